#!/usr/bin/env python3
"""Makes vectors.txt: the same computations by implementations that nobody here wrote.

Needs the package `cryptography` (OpenSSL 3.2 or later for argon2id). Run it and compare:
    python3 vectors.py | diff - vectors.txt
"""
import hashlib
import hmac
import struct

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id


def transcript(label, *fields):
    out = b""
    for field in (label, *fields):
        if isinstance(field, int):
            out += struct.pack(">Q", field)
        else:
            field = field.encode() if isinstance(field, str) else field
            out += struct.pack(">Q", len(field)) + field
    return out


def mac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def hkdf_32(salt, key, info):
    return mac(mac(salt, key), info + b"\x01")


def rotl(x, n):
    return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF


def hchacha20(key, nonce16):
    s = list(struct.unpack("<16I", b"expand 32-byte k" + key + nonce16))

    def quarter(a, b, c, d):
        s[a] = (s[a] + s[b]) & 0xFFFFFFFF
        s[d] = rotl(s[d] ^ s[a], 16)
        s[c] = (s[c] + s[d]) & 0xFFFFFFFF
        s[b] = rotl(s[b] ^ s[c], 12)
        s[a] = (s[a] + s[b]) & 0xFFFFFFFF
        s[d] = rotl(s[d] ^ s[a], 8)
        s[c] = (s[c] + s[d]) & 0xFFFFFFFF
        s[b] = rotl(s[b] ^ s[c], 7)

    for _ in range(10):
        for i in range(4):
            quarter(i, i + 4, i + 8, i + 12)
        for i in range(4):
            quarter(i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4)
    return struct.pack("<8I", *s[:4], *s[12:])


def sealed(key, nonce24, plaintext, bound):
    subkey = hchacha20(key, nonce24[:16])
    return b"\x01" + nonce24 + ChaCha20Poly1305(subkey).encrypt(bytes(4) + nonce24[16:], plaintext, bound)


ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def times(a, b):
    """Multiplication in the field of 32 elements over x^5 + x^2 + 1, by long division."""
    product = 0
    for bit in range(5):
        if b >> bit & 1:
            product ^= a << bit
    for bit in range(8, 4, -1):
        if product >> bit & 1:
            product ^= 0b100101 << (bit - 5)
    return product


def letter_code(symbols):
    check, factor = 0, 1
    for symbol in reversed(symbols):
        factor = times(factor, 2)
        check ^= times(factor, symbol)
    symbols = [*symbols, check]
    text = "".join(ALPHABET[s] for s in symbols)
    return bytes(symbols), "-".join(text[i:i + 4] for i in range(0, 16, 4))


symbols, printed = letter_code([7, 19, 3, 20, 9, 23, 31, 26, 2, 17, 27, 11, 29, 28, 4])
argon = Argon2id(salt=b"sixteen bytes ok", length=32, iterations=3, lanes=2, memory_cost=64)
for name, value in {
    "hkdf": hkdf_32(b"candour.salt", bytes(range(32)), b"candour.purpose"),
    "sealed": sealed(b"\x11" * 32, b"\x22" * 24, "Zoë, 18 Oak Rd".encode(), b"bound to this"),
    "commitment": hashlib.sha256(b"candour.leaf.v1\n" + b"\x05" * 32 + b'{"header":{},"payload":{}}').digest(),
    "blind-name": mac(b"\x33" * 32, transcript("candour.blind.name-and-birth.v1", "ANN OSHEA", "1990-02-03")),
    "blind-number": mac(b"\x33" * 32, transcript("candour.blind.nhs-number.v1", "9434765919")),
    "letter-code": printed,
    "letter-code-entry": mac(b"\x44" * 32, transcript("candour.letter-code.v1", symbols)),
    "argon2id": argon.derive("Zoë's pässword".encode()),
}.items():
    print(name, value if isinstance(value, str) else value.hex())
