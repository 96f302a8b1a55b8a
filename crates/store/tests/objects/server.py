"""Object storage for tests: moto's S3 server, in one thread, so that a condition and its write are one step.

`server.py FOLDER [BUCKET …]` listens on a free port of this machine, makes the buckets, and says `{"url": …}` on its
standard output. It ends when its standard input does. Tests reach into it by files in FOLDER:

- `away`: while it is there, every request is answered by 503;
- `lose`: the next write is carried out and answered by 503, and the file removed;
- `deaf`: while it is there, conditions of writes are not looked at;
- `log`: a line for each write, `METHOD PATH CONDITION STATUS`, is added to it.
"""

import json
import os
import sys
import threading
from pathlib import Path

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server


class Quiet(WSGIRequestHandler):
    def log(self, *_):
        pass


def main():
    folder = Path(sys.argv[1])
    inner = DomainDispatcherApplication(create_backend_app)

    def app(environ, start):
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        away = (folder / "away").exists()
        if (folder / "deaf").exists():
            environ.pop("HTTP_IF_MATCH", None)
            environ.pop("HTTP_IF_NONE_MATCH", None)
        condition = "-"
        if "HTTP_IF_NONE_MATCH" in environ:
            condition = "if-none-match"
        if "HTTP_IF_MATCH" in environ:
            condition = "if-match"
        answered = []

        def note(status, headers, *more):
            answered.append((status, headers, more))
            return lambda _: None

        if away:
            status, headers, body = "503 Away", [], [b""]
        else:
            body = [b"".join(inner(environ, note))]
            status, headers, _ = answered[0]
        if method == "PUT":
            with (folder / "log").open("a") as log:
                log.write(f"{method} {path} {condition} {status.split()[0]}\n")
            if not away and (folder / "lose").exists():
                (folder / "lose").unlink()
                status, headers, body = "503 Lost", [], [b""]
        start(status, headers)
        return body

    server = make_server("127.0.0.1", 0, app, threaded=False, request_handler=Quiet)
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    import urllib.request

    url = f"http://127.0.0.1:{server.server_port}"
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    for bucket in sys.argv[2:]:
        urllib.request.urlopen(urllib.request.Request(f"{url}/{bucket}", method="PUT"), timeout=60).read()
    print(json.dumps({"url": url}), flush=True)
    serving.join()


main()
