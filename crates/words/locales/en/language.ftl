## Which language a page is in

language-draft-label = About this translation
language-draft = A machine drafted this translation. No translator has checked it yet. Where it differs from the English, the English counts.
