// Everything works without this; it only makes components livelier.
import { initAll } from '/assets/nhsuk-frontend-10.6.1.min.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('nhsuk-frontend-supported')
}
initAll()

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

// Somebody came back from their organisation, and there is nothing to read before going on.
document.querySelector('form[data-go-on]')?.requestSubmit()
