"""A mail server for tests: aiosmtpd, with STARTTLS and a password, and nothing without them.

`server.py FOLDER PORT` listens on 127.0.0.1 with the key and certificate of FOLDER/localhost.pem, says `ready` on its
standard output, and ends when its standard input does.
Every message that came whole is a line of FOLDER/mails, as JSON. While FOLDER/lose is there, the next message is kept and
answered as if it had not been, and the file removed: whoever sent it sends it again.
"""

import email
import email.policy
import json
import ssl
import sys
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

FOLDER = Path(sys.argv[1])


class Handler:
    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        said = {
            "tls": session.ssl is not None,
            "known": session.authenticated,
            "sender": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "headers": {name.lower(): str(value) for name, value in message.items()},
            "body": message.get_content(),
        }
        with (FOLDER / "mails").open("a") as mails:
            mails.write(json.dumps(said) + "\n")
        if (FOLDER / "lose").exists():
            (FOLDER / "lose").unlink()
            return "451 Lost on the way"
        return "250 Taken"


def known(server, session, envelope, mechanism, data):
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"candour", b"invented password")
    return AuthResult(success=right, handled=False)


def main():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FOLDER / "localhost.pem")
    controller = Controller(
        Handler(),
        hostname="127.0.0.1",
        port=int(sys.argv[2]),
        tls_context=context,
        require_starttls=True,
        authenticator=known,
        auth_required=True,
        auth_require_tls=True,
    )
    controller.start()
    print("ready", flush=True)
    sys.stdin.read()
    controller.stop()


main()
