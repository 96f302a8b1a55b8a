// Hands the page's challenge to the browser and sends what the authenticator answers with the form. Needed for passkeys
// alone: a browser that has none of this is told so, and every other way works without it.

const known = typeof PublicKeyCredential === 'function' &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function' &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function'

// The page says it, in its language.
const { cancelled, already, unable, elsewhere, failed } = document.querySelector('[data-passkey-words]').dataset
const words = {
  NotAllowedError: cancelled,
  InvalidStateError: already,
  NotSupportedError: unable,
  SecurityError: elsewhere
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const button = form.querySelector('[data-passkey-go]')
  const fault = form.querySelector('[data-passkey-fault]')
  const none = form.querySelector('[data-passkey-none]')
  if (!known) {
    if (none) none.hidden = false
    continue
  }
  button.hidden = false
  button.addEventListener('click', async () => {
    fault.hidden = true
    button.disabled = true
    try {
      const options = JSON.parse(form.dataset.options)
      const answer = form.dataset.passkey === 'add'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
      form.querySelector('[name=credential]').value = JSON.stringify(answer.toJSON())
      form.requestSubmit()
    } catch (error) {
      fault.textContent = words[error.name] ?? failed
      fault.hidden = false
      button.disabled = false
    }
  })
}
