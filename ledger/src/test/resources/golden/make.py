#!/usr/bin/env python3
"""Makes the golden tiles from the specifications alone, without the Java code they check (c2sp.org/tlog-tiles,
signed-note, tlog-checkpoint, tlog-cosignature; RFC 6962). Run once, in this folder; needs python3 and openssl."""
import base64, hashlib, os, struct, subprocess, tempfile

ORIGIN, WITNESS, TIME = "example.org/journal", "example.net/witness", 1679315147
entries = [f"entry {i}".encode() for i in range(260)]
sha = lambda data: hashlib.sha256(data).digest()
leaf = lambda entry: sha(b"\0" + entry)

def root(leaves):
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return sha(b"\1" + root(leaves[:k]) + root(leaves[k:]))

def write(path, content):
    if os.path.dirname(path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)

def openssl(*arguments, data):
    return subprocess.run(["openssl", *arguments], input=data, capture_output=True, check=True).stdout

def sign(seed, message):
    der = bytes.fromhex("302e020100300506032b657004220420") + sha(seed.encode())
    public = openssl("pkey", "-inform", "DER", "-pubout", "-outform", "DER", data=der)[-32:]
    with tempfile.NamedTemporaryFile() as key, tempfile.NamedTemporaryFile() as text:
        key.write(der), key.flush(), text.write(message), text.flush()
        return public, openssl("pkeyutl", "-sign", "-rawin", "-inkey", key.name, "-keyform", "DER", "-in", text.name, data=b"")

def line(name, kind, public, signature):
    key_id = sha(name.encode() + b"\n" + bytes([kind]) + public)[:4]
    return f"— {name} {base64.b64encode(key_id + signature).decode()}\n".encode()

leaves = [leaf(entry) for entry in entries]
bundle = lambda some: b"".join(struct.pack(">H", len(entry)) + entry for entry in some)
write("tile/0/000", b"".join(leaves[:256]))
write("tile/0/001.p/4", b"".join(leaves[256:]))
write("tile/1/000.p/1", root(leaves[:256]))
write("tile/entries/000", bundle(entries[:256]))
write("tile/entries/001.p/4", bundle(entries[256:]))
body = f"{ORIGIN}\n{len(leaves)}\n{base64.b64encode(root(leaves)).decode()}\n".encode()
checkpoint = body + b"\n" + line(ORIGIN, 1, *sign("log", body))
write("checkpoint", checkpoint)
public, signature = sign("witness", f"cosignature/v1\ntime {TIME}\n".encode() + body)
write("cosigned", checkpoint + line(WITNESS, 4, public, struct.pack(">Q", TIME) + signature))
