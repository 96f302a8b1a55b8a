// Everything works without this; it only makes components livelier. The build puts what is imported here into this file:
// the components that pages ask for by `data-module`, and no other.
import { Button } from 'nhsuk-frontend/dist/nhsuk/components/button/button.mjs'
import { Checkboxes } from 'nhsuk-frontend/dist/nhsuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'nhsuk-frontend/dist/nhsuk/components/error-summary/error-summary.mjs'
import { Header } from 'nhsuk-frontend/dist/nhsuk/components/header/header.mjs'
import { NotificationBanner } from 'nhsuk-frontend/dist/nhsuk/components/notification-banner/notification-banner.mjs'
import { Radios } from 'nhsuk-frontend/dist/nhsuk/components/radios/radios.mjs'
import { SkipLink } from 'nhsuk-frontend/dist/nhsuk/components/skip-link/skip-link.mjs'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('nhsuk-frontend-supported')
}

for (const Component of [Button, Checkboxes, ErrorSummary, Header, NotificationBanner, Radios, SkipLink]) {
  for (const root of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
    // One that cannot start holds up no other.
    try {
      new Component(root)
    } catch (error) {
      console.error(error)
    }
  }
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

// Somebody came back from their organisation, and there is nothing to read before going on.
document.querySelector('form[data-go-on]')?.requestSubmit()
