// Leaves the page at once: the link, or Escape three times within two seconds. The page that was open is replaced,
// so that the back button does not lead to it.
const exit = document.querySelector('[data-quick-exit]')
const pressed = []

function leave (event) {
  if (event) event.preventDefault()
  document.body.hidden = true
  window.location.replace(exit.href)
}

if (exit) {
  exit.addEventListener('click', leave)
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    pressed.push(event.timeStamp)
    if (pressed.length > 3) pressed.shift()
    if (pressed.length === 3 && pressed[2] - pressed[0] < 2000) leave()
  })
}
