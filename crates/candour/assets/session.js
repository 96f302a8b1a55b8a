// Announces the end of a session two minutes before, and keeps it on where somebody asks for that. Without this script a
// session ends in the same way, and what was typed can still be sent after signing in again.

const WARNING_SECONDS = 120
const dialog = document.querySelector('[data-session]')

if (dialog) {
  const part = (name) => dialog.querySelector(`[data-session-${name}]`)
  let idleEnd, wholeEnd, shownFor
  const set = (idle, whole) => {
    idleEnd = Date.now() + idle * 1000
    wholeEnd = Date.now() + whole * 1000
    shownFor = undefined
  }
  set(Number(dialog.dataset.idle), Number(dialog.dataset.whole))

  const inWords = (seconds) => {
    if (seconds > 90) return 'two minutes'
    if (seconds > 45) return 'one minute'
    return seconds > 0 ? 'less than a minute' : 'a moment'
  }

  // A screen reader hears a change of these words, which is why they change seldom.
  const look = () => {
    const end = Math.min(idleEnd, wholeEnd)
    const left = (end - Date.now()) / 1000
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
  setInterval(look, 1000)
  look()

  part('close').addEventListener('click', () => dialog.close())
  part('stay').addEventListener('click', async () => {
    part('fault').hidden = true
    try {
      const answer = await fetch('/account/session/keep', {
        method: 'POST',
        redirect: 'error',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ _csrf: dialog.dataset.csrf })
      })
      if (!answer.ok) throw new Error('refused')
      const { idle, whole } = await answer.json()
      set(idle, whole)
      dialog.close()
      look()
    } catch {
      part('fault').hidden = false
    }
  })
}
