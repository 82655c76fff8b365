#!/usr/bin/env python3
"""Checks a receipt of Undersigned with nothing but Python's standard library.

    check_receipt.py RECEIPT.json [--keys KEYS.json] [--checkpoint KEPT.txt --consistency PROOF.json]

Written from the standards and not from the site's source: Ed25519 (RFC 8032), canonical JSON (RFC 8785),
Merkle trees (RFC 9162), signed notes and checkpoints (C2SP). Exit 0: all of it holds. 1: something does
not, and the line says what. 2: a file cannot be read.
"""

import base64
import hashlib
import json
import sys

# Ed25519, RFC 8032, section 6.
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f, g * h, f * g, e * h)


def times(number, point):
    out = (0, 1, 1, 0)
    while number:
        if number & 1:
            out = add(out, point)
        point = add(point, point)
        number >>= 1
    return out


def same(one, other):
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


def unpack(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else (0, y, 1, 0)
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P:
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = unpack((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    point, r = unpack(key), unpack(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if point is None or r is None or s >= Q or same(times(8, point), (0, 1, 1, 0)):
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    return same(times(s, BASE), add(r, times(h, point)))


# RFC 8785, for whole numbers and names of ASCII letters.
def canonical(value):
    if isinstance(value, float):
        raise ValueError("a number that is not whole")
    if isinstance(value, list):
        for item in value:
            canonical(item)
    if isinstance(value, dict):
        for item in value.values():
            canonical(item)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


# RFC 9162, sections 2.1.3.2 and 2.1.4.2.
def leaf_hash(leaf):
    return hashlib.sha256(b"\0" + leaf).digest()


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def included(leaf, index, size, proof, root):
    if index >= size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = node(p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


def consistent(first, first_root, second, second_root, proof):
    if first == second:
        return not proof and first_root == second_root
    if not 0 < first < second or not proof:
        return False
    path = list(proof)
    if first & (first - 1) == 0:
        path.insert(0, first_root)
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(c, fr), node(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and fr == first_root and sr == second_root


# C2SP signed-note and tlog-checkpoint.
def checkpoint(note, keys):
    """Origin, size and root, if one of the keys has signed the note under the name of its origin."""
    text, mark, signatures = note.rpartition("\n\n")
    if not mark:
        raise ValueError("no signed note")
    text += "\n"
    origin, size, root = text.split("\n")[:3]
    if not size.isdigit():
        raise ValueError("no checkpoint")
    for line in signatures.rstrip("\n").split("\n"):
        dash, name, value = line.split(" ")
        value = base64.b64decode(value, validate=True)
        for key in keys:
            number = hashlib.sha256(origin.encode() + b"\n\x01" + key).digest()[:4]
            if dash == "—" and name == origin and value[:4] == number and signed(key, text.encode(), value[4:]):
                return origin, int(size), base64.b64decode(root, validate=True)
    return None


def unbase64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def check(receipt, keys, kept, consistency):
    body = receipt["receipt"]
    if body["kind"] != "undersigned receipt 1":
        raise ValueError("not a receipt")
    if receipt["signature"]["algorithm"] != "Ed25519":
        raise ValueError("signed in an unknown way")
    key = unbase64(receipt["signature"]["public_key"])
    # The name of a key is its thumbprint by RFC 7638.
    parts = {"crv": "Ed25519", "kty": "OKP", "x": receipt["signature"]["public_key"]}
    name = base64.urlsafe_b64encode(hashlib.sha256(canonical(parts).encode()).digest()).decode().rstrip("=")
    yield name == receipt["signature"]["key_id"], "the key is the one that the receipt names"
    yield keys is None or key in keys, "the receipt's key is one that is trusted"
    yield signed(key, canonical(body).encode(), unbase64(receipt["signature"]["value"])), "the receipt is signed"
    proof = receipt["proof"]
    latest = None
    if proof is not None:
        leaf = json.loads(proof["leaf"])
        if proof["opening"] is not None:
            salt, content = bytes.fromhex(proof["opening"]["salt"]), proof["opening"]["content"]
            commitment = hashlib.sha256(salt + canonical(content).encode()).hexdigest()
            yield commitment == leaf["commitment"], "the leaf commits to the line"
            organization = body["organization"]
            line = [content[name] for name in ("name", "acronym", "country", "revision", "signed_at", "status")]
            said = [organization["name"], organization["acronym"], organization["country"]]
            said += [body["revision"]["sha256"], body["signed_at"], "confirmed"]
            yield line == said, "the line says what the receipt says"
        of_checkpoint = unbase64(proof["checkpoint_key"])
        yield keys is None or of_checkpoint in keys, "the checkpoint's key is one that is trusted"
        latest = checkpoint(proof["checkpoint"], [of_checkpoint])
        yield latest is not None, "the checkpoint is signed"
        if latest is None:
            return
        origin, size, root = latest
        yield origin == body["letter"]["log"], "the checkpoint is of the letter's log"
        path = [bytes.fromhex(one) for one in proof["inclusion"]]
        leaf = leaf_hash(proof["leaf"].encode())
        yield included(leaf, proof["index"], size, path, root), "the log has the leaf"
        keys = (keys or [key]) + [of_checkpoint]
    if kept is not None:
        old = checkpoint(kept, keys or [key])
        yield old is not None, "the checkpoint that was kept is signed"
        yield latest is not None, "the receipt has a checkpoint to compare it with"
        if old is None or latest is None:
            return
        yield old[0] == latest[0], "both checkpoints are of one log"
        first, second = sorted([old, latest], key=lambda one: one[1])
        path = [bytes.fromhex(one) for one in consistency["hashes"]] if consistency else []
        yield consistent(first[1], first[2], second[1], second[2], path), "the larger log begins with the smaller"


def main(arguments):
    options = dict(zip(arguments[1::2], arguments[2::2]))
    try:
        def read(name):
            return open(options[name], encoding="utf-8").read() if name in options else None

        receipt = json.load(open(arguments[0], encoding="utf-8"))
        keys = read("--keys")
        keys = keys and [unbase64(one["x"]) for one in json.loads(keys)["keys"]]
        consistency = read("--consistency")
        consistency = consistency and json.loads(consistency)
        found = list(check(receipt, keys, read("--checkpoint"), consistency))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        print(f"cannot be read: {type(error).__name__}: {error}")
        return 2
    for holds, what in found:
        print(("holds: " if holds else "DOES NOT HOLD: ") + what)
    return 0 if all(holds for holds, _ in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
