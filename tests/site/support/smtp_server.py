"""A mail server for one test, after a plan: python smtp_server.py MODE ANSWERS [CERT KEY]

MODE is plain, starttls (required) or tls (implicit). ANSWERS are the replies to DATA, in order,
separated by commas; the last one repeats. Prints the port, then GREETED for each greeting and a line of JSON for each message.
Ends when its standard input does.
"""

import asyncio
import json
import ssl
import sys
import threading
import os

try:
    from aiosmtpd.smtp import SMTP
except ImportError:
    print("MISSING", flush=True)
    sys.exit(0)

mode, answers = sys.argv[1], sys.argv[2].split(",")
context = None
if mode != "plain":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[3], sys.argv[4])


class Handler:
    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        print("GREETED", flush=True)
        return responses

    async def handle_DATA(self, server, session, envelope):
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        attempt = {
            "answer": int(answer),
            "tls": mode == "tls" or session.ssl is not None,
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "message": envelope.original_content.decode("utf-8", "replace"),
        }
        print(json.dumps(attempt), flush=True)
        return f"{answer} {'taken' if answer.startswith('2') else 'not taken'}"


def smtp():
    starttls = mode == "starttls"
    return SMTP(Handler(), tls_context=context if starttls else None, require_starttls=starttls, enable_SMTPUTF8=True)


async def main():
    implicit = context if mode == "tls" else None
    server = await asyncio.get_running_loop().create_server(smtp, "127.0.0.1", 0, ssl=implicit)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def end_with_parent():
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=end_with_parent, daemon=True).start()
asyncio.run(main())
