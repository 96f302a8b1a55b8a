## Iaith y dudalen

language-draft-label = Ynglŷn â’r cyfieithiad hwn
language-draft = Peiriant a ddrafftiodd y cyfieithiad hwn. Nid oes cyfieithydd wedi’i wirio eto. Lle mae’n wahanol i’r Saesneg, y Saesneg sy’n cyfrif.
