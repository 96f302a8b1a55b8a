// Comes before the page is drawn, so that what scripts will fold is folded from the start and nothing moves. Where the
// others do not come after it, everything is unfolded again.
document.documentElement.classList.add('candour-scripts')
addEventListener('load', () => {
  if (!document.body.classList.contains('js-enabled')) document.documentElement.classList.remove('candour-scripts')
})
