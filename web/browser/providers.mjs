// Two providers of OpenID Connect for tests: a real one, which knows whoever says who they are and how they showed it; and
// one that lies as it is told to.

import { createHash, createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'

/** A real provider (`oidc-provider`), with one page on which somebody signs in. */
export async function realProvider (port, client) {
  const issuer = `http://127.0.0.1:${port}`
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const provider = new Provider(issuer, {
    clients: [client],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'real' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    acrValues: ['phr', 'mfa'],
    claims: { openid: ['sub', 'acr', 'amr'] },
    conformIdTokenClaims: false,
    pkce: { methods: ['S256'], required: () => true },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    ttl: { Interaction: 600, Session: 600, Grant: 600, IdToken: 60, AccessToken: 60 },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    async loadExistingGrant (ctx) {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    }
  })
  const asked = []
  const pages = provider.callback()
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, issuer).pathname
    if (!path.startsWith('/interaction/')) return pages(request, response)
    const { params } = await provider.interactionDetails(request, response)
    if (request.method === 'GET') {
      asked.push(params)
      response.setHeader('content-type', 'text/html')
      response.end(`<!DOCTYPE html><html lang="en"><title>Provider</title><h1>Provider</h1><form method="post">
        <input name="sub" aria-label="Who"><input name="acr" aria-label="How"><button>Sign in</button><button name="error" value="access_denied">Cancel</button></form>`)
      return
    }
    let body = ''
    for await (const part of request) body += part
    const said = new URLSearchParams(body)
    const result = said.get('error')
      ? { error: said.get('error'), error_description: 'WORDS OF THE PROVIDER' }
      : { login: { accountId: said.get('sub'), acr: said.get('acr') || undefined, amr: ['pwd'], remember: false } }
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const stop = () => new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
  return { issuer, asked, stop }
}

const encoded = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A provider that lies. `lie` may change the claims, the header, and what signs; `answer` what comes back beside the code. */
export async function lyingProvider (port) {
  const issuer = `http://127.0.0.1:${port}`
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = (key, more) => ({ ...key.publicKey.export({ format: 'jwk' }), use: 'sig', ...more })
  const self = {
    issuer,
    keys: [jwk(keys, { alg: 'ES256', kid: 'one' }), jwk(rsa, { alg: 'RS256', kid: 'two' })],
    lie: {},
    answer: {},
    asked: [],
    exchanged: [],
    other
  }
  const codes = new Map()
  const now = () => Math.floor(Date.now() / 1000)
  self.token = (claims, lie = {}) => {
    const header = { alg: 'ES256', kid: 'one', typ: 'JWT', ...lie.header }
    const input = `${encoded(header)}.${encoded(claims)}`
    if (lie.sign) return `${input}.${lie.sign(input)}`
    const key = lie.key ?? keys.privateKey
    const signature = header.alg === 'RS256'
      ? sign('sha256', Buffer.from(input), rsa.privateKey)
      : sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' })
    return `${input}.${signature.toString('base64url')}`
  }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, issuer)
    const json = (value, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(value))
    }
    if (url.pathname.endsWith('/.well-known/openid-configuration')) {
      // Below one path it says that it is itself, and not who was asked; below another it sends codes in the clear.
      const plain = url.pathname.startsWith('/plain/')
      return json({
        issuer: plain ? `${issuer}/plain` : issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256', 'RS256', 'HS256', 'none'],
        authorization_response_iss_parameter_supported: true,
        ...(plain ? { token_endpoint: 'http://id.example/token' } : {})
      })
    }
    if (url.pathname === '/jwks') return json({ keys: self.keys })
    if (url.pathname === '/authorize') {
      const query = Object.fromEntries(url.searchParams)
      self.asked.push(query)
      const code = randomBytes(8).toString('hex')
      codes.set(code, query)
      const back = new URL(query.redirect_uri)
      for (const [name, value] of Object.entries({ code, state: query.state, iss: issuer, ...self.answer })) {
        if (value !== undefined) back.searchParams.set(name, value)
      }
      response.writeHead(303, { location: back.href })
      return response.end()
    }
    if (url.pathname === '/token') {
      let body = ''
      for await (const part of request) body += part
      const said = Object.fromEntries(new URLSearchParams(body))
      const query = codes.get(said.code)
      codes.delete(said.code)
      const challenge = createHash('sha256').update(said.code_verifier ?? '').digest('base64url')
      self.exchanged.push({ ...said, authorization: request.headers.authorization, matches: challenge === query?.code_challenge })
      if (!query || challenge !== query.code_challenge) return json({ error: 'invalid_grant', error_description: 'WORDS OF THE PROVIDER' }, 400)
      const { lie } = self
      if (lie.answer) return json(...lie.answer)
      const claims = {
        iss: issuer, sub: 'cleo', aud: query.client_id, nonce: query.nonce, iat: now(), exp: now() + 60, auth_time: now(),
        acr: 'phr', ...lie.claims?.(query, now())
      }
      return json({ access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: self.token(claims, lie) })
    }
    json({}, 404)
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  self.stop = () => new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
  self.hmac = (secret) => (input) => createHmac('sha256', secret).update(input).digest('base64url')
  self.logoutToken = (claims = {}, lie = {}) => self.token({
    iss: issuer, aud: 'candour-trust', sub: 'cleo', iat: now(), exp: now() + 60, jti: randomBytes(8).toString('hex'),
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims
  }, { ...lie, header: { typ: 'logout+jwt', ...lie.header } })
  return self
}
