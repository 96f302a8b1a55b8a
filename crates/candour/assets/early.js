// Comes before the page is drawn, so that it is drawn from the start as the other scripts will have it, and nothing moves
// when they come: what they fold is folded, and what they show has its place. Where they do not come, all is undone.
{
  const page = document.documentElement.classList
  const early = []
  // Browsers that know no modules run none of the others.
  if ('noModule' in HTMLScriptElement.prototype) {
    // The second is the design system's own word for it, which its script puts on the body.
    early.push('candour-scripts', 'nhsuk-frontend-supported')
    if (globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON) early.push('candour-passkeys')
    if (globalThis.crypto?.subtle) early.push('candour-digests')
  }
  page.add(...early)
  addEventListener('load', () => {
    if (!document.body.classList.contains('js-enabled')) page.remove(...early)
  })
}
