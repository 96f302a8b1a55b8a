// Announces the end of a session two minutes before, keeps it on where somebody asks for that, and covers the page once it
// has ended, in every window of the browser. Without this script a session ends in the same way, and what was typed can
// still be sent after signing in again.

const WARNING_SECONDS = 120
const dialog = document.querySelector('[data-session]')

if (dialog) {
  const part = (name) => document.querySelector(`[data-session-${name}]`)
  // Its words are the page's, in the page's language.
  const { csrf, twoMinutes, oneMinute, less, moment } = dialog.dataset
  let idleEnd, wholeEnd, shownFor, typedIn
  let ended = false

  const set = (idle, whole) => {
    idleEnd = Date.now() + idle * 1000
    wholeEnd = Date.now() + whole * 1000
    shownFor = undefined
  }

  const inWords = (seconds) => {
    if (seconds > 90) return twoMinutes
    if (seconds > 45) return oneMinute
    return seconds > 0 ? less : moment
  }

  const cover = () => {
    if (ended) return
    ended = true
    if (dialog.open) dialog.close()
    for (const child of document.body.children) child.hidden = true
    document.body.append(part('ended').content.cloneNode(true))
    part(typedIn ? 'untyped' : 'typed').remove()
    // Nobody pressed the form's own button: the service keeps what was typed for whoever typed it, and does nothing else.
    part('carry')?.addEventListener('click', () => {
      const address = new URL(typedIn.getAttribute('action') ?? '', location.href)
      address.search = 'ended'
      typedIn.setAttribute('action', address.href)
      HTMLFormElement.prototype.submit.call(typedIn)
    })
    document.title = dialog.dataset.ended
    document.body.lastElementChild.focus()
  }

  // A screen reader hears a change of these words, which is why they change seldom.
  const look = () => {
    if (ended) return
    const end = Math.min(idleEnd, wholeEnd)
    const left = (end - Date.now()) / 1000
    if (left <= 0) return cover()
    if (left > WARNING_SECONDS) {
      if (dialog.open) dialog.close()
      return
    }
    const words = inWords(left)
    if (part('left').textContent !== words) part('left').textContent = words
    if (shownFor === end) return
    shownFor = end
    const canStay = idleEnd < wholeEnd
    part('idle').hidden = !canStay
    part('whole').hidden = canStay
    part('stay').hidden = !canStay
    part('close').hidden = canStay
    if (!dialog.open) dialog.showModal()
  }

  // What one window learns of the session, the others learn too: it was used there, ended there, or somebody else signed in.
  const windows = new BroadcastChannel('session')
  const tell = () => windows.postMessage({ csrf, idleEnd, wholeEnd })
  windows.addEventListener('message', ({ data }) => {
    if (data.csrf !== csrf || data.ended) return cover()
    if (data.idleEnd > idleEnd) {
      idleEnd = data.idleEnd
      shownFor = undefined
    }
    look()
  })

  set(Number(dialog.dataset.idle), Number(dialog.dataset.whole))
  tell()
  setInterval(look, 1000)
  look()

  document.addEventListener('input', ({ target }) => {
    const form = target.form
    if (form?.getAttribute('method') === 'post') typedIn = form
  })
  document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => windows.postMessage({ csrf, ended: true }))

  part('close').addEventListener('click', () => dialog.close())
  part('stay').addEventListener('click', async () => {
    part('fault').hidden = true
    try {
      const answer = await fetch('/account/session/keep', {
        method: 'POST',
        redirect: 'error',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ _csrf: csrf })
      })
      if (!answer.ok) throw new Error('refused')
      const { idle, whole } = await answer.json()
      set(idle, whole)
      tell()
      dialog.close()
      look()
    } catch {
      part('fault').hidden = false
    }
  })
}
