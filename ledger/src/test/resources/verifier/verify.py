#!/usr/bin/env python3
"""An independent reader of tiled logs, written from the specifications alone and needing nothing but python3's standard
library: RFC 6962 and RFC 9162 (tree and proofs), RFC 8032 (Ed25519), c2sp.org/tlog-tiles, signed-note, tlog-checkpoint
and tlog-cosignature.

    verify.py FOLDER KEY [WITNESS-KEY]

FOLDER holds a log as it is published. If it holds a file proofs.json, every proof in it is checked too:
{"inclusion": [{"index", "size", "leaf", "root", "path"}], "consistency": [{"from", "to", "older", "newer", "path"}]},
hashes in hexadecimal. Says what holds; exit status 1 if anything does not."""
import base64, hashlib, json, os, struct, sys


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


class Wrong(Exception):
    pass


def require(holds, what):
    if not holds:
        raise Wrong(what)


# --- RFC 8032 §5.1: Ed25519, verification only, for clarity and not for speed ------------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def same(one, other):
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


def point(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else (0, y, 1, 0)
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P:
        return None
    if x & 1 != sign:
        x = P - x
    return (x, y, 1, x * y % P)


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def ed25519_verifies(key, message, signature):
    public, r = point(key), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or public is None or r is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    return same(times(s, BASE), add(r, times(k, public)))


# --- signed-note, tlog-checkpoint, tlog-cosignature ---------------------------------------------------------------------

LOG, WITNESS = 1, 4


def read_key(text):
    name, key_id, material = text.split("+", 2)
    material = base64.b64decode(material, validate=True)
    require(len(material) == 33, f"the key of {name} is no Ed25519 key")
    computed = sha256(name.encode(), b"\n", material)[:4]
    require(computed.hex() == key_id, f"the key of {name} has id {computed.hex()}, not {key_id}")
    return name, material[0], material[1:], computed


def signed_by(text, lines, key, kind):
    """The bytes before the signature proper: empty for a log, eight of time for a witness."""
    name, key_kind, public, key_id = key
    require(key_kind == kind, f"the key of {name} is of kind {key_kind}, not {kind}")
    found = []
    for line in lines:
        dash, signer, encoded = line.split(" ")
        require(dash == "—", f"{line!r} is no signature line")
        content = base64.b64decode(encoded, validate=True)
        if signer == name and content[:4] == key_id:
            found.append(content[4:])
    require(found, f"{name} has not signed the checkpoint")
    for content in found:
        if kind == LOG:
            message, head = text, b""
        else:
            head = content[:8]
            message = f"cosignature/v1\ntime {struct.unpack('>Q', head)[0]}\n".encode() + text
        require(ed25519_verifies(public, message, content[len(head):]), f"the signature of {name} does not fit")
    return head


def read_checkpoint(note, key):
    text, lines = note.decode("utf-8").rsplit("\n\n", 1)
    text = text.encode() + b"\n"
    lines = lines.removesuffix("\n").split("\n")
    signed_by(text, lines, key, LOG)
    origin, size, root = text.decode().split("\n")[:3]
    require(str(int(size)) == size, f"{size!r} is not how a size is written")
    root = base64.b64decode(root, validate=True)
    require(len(root) == 32, "the root has not 32 bytes")
    return text, lines, origin, int(size), root


# --- RFC 6962 §2.1, RFC 9162 §2.1.3.2 and §2.1.4.2 ----------------------------------------------------------------------

def root_of(leaves):
    """Level by level: a last hash without a sibling goes up as it is."""
    level = list(leaves)
    while len(level) > 1:
        level = [sha256(b"\1", *level[i:i + 2]) if i + 1 < len(level) else level[i] for i in range(0, len(level), 2)]
    return level[0] if level else sha256()


def included(index, size, leaf, root, path):
    if index >= size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = sha256(b"\1", p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = sha256(b"\1", r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


def consistent(first, second, older, newer, path):
    if first == second:
        return not path and older == newer
    path = ([older] if first & (first - 1) == 0 else []) + path
    if not path:
        return False
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = sha256(b"\1", c, fr), sha256(b"\1", c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = sha256(b"\1", sr, c)
        fn, sn = fn >> 1, sn >> 1
    return fr == older and sr == newer and sn == 0


# --- tlog-tiles ---------------------------------------------------------------------------------------------------------

def tile_path(level, index, width):
    path = f"{index % 1000:03d}"
    while index >= 1000:
        index //= 1000
        path = f"x{index % 1000:03d}/{path}"
    return f"tile/{level}/{path}" + (f".p/{width}" if width < 256 else "")


def read_tile(folder, level, index, width):
    with open(os.path.join(folder, tile_path(level, index, width)), "rb") as file:
        return file.read()


def check_tiles(folder, size, root):
    """Entries give leaves, leaves give every tile above, and all of them the root."""
    hashes, level = [], 0
    for index in range((size + 255) // 256):
        width = min(256, size - index * 256)
        bundle = read_tile(folder, "entries", index, width)
        entries = 0
        while bundle:
            length = struct.unpack(">H", bundle[:2])[0]
            require(len(bundle) >= 2 + length, f"bundle {index} ends within an entry")
            hashes.append(sha256(b"\0", bundle[2:2 + length]))
            bundle, entries = bundle[2 + length:], entries + 1
        require(entries == width, f"bundle {index} has {entries} entries, not {width}")
    require(root_of(hashes) == root, "the entries do not give the root that the checkpoint signs")
    tiles = 0
    while hashes:
        for index in range((len(hashes) + 255) // 256):
            expected = hashes[index * 256:(index + 1) * 256]
            require(read_tile(folder, level, index, len(expected)) == b"".join(expected),
                    f"tile {index} of level {level} is not the one its entries give")
            tiles += 1
        hashes = [root_of(hashes[i:i + 256]) for i in range(0, len(hashes) - 255, 256)]
        level += 1
    return tiles


def main(folder, key, witness=None):
    with open(os.path.join(folder, "checkpoint"), "rb") as file:
        text, lines, origin, size, root = read_checkpoint(file.read(), read_key(key))
    print(f"checkpoint of {origin}, {size} entries: signed by its key")
    if witness:
        seconds = struct.unpack(">Q", signed_by(text, lines, read_key(witness), WITNESS))[0]
        print(f"cosigned by {read_key(witness)[0]} at {seconds}")
    print(f"{check_tiles(folder, size, root)} tiles: give the root")
    proofs = os.path.join(folder, "proofs.json")
    if os.path.exists(proofs):
        with open(proofs, encoding="utf-8") as file:
            proofs = json.load(file)
        unhex = bytes.fromhex
        for proof in proofs["inclusion"]:
            require(included(proof["index"], proof["size"], unhex(proof["leaf"]), unhex(proof["root"]),
                             [unhex(each) for each in proof["path"]]), f"inclusion proof does not hold: {proof}")
        for proof in proofs["consistency"]:
            require(consistent(proof["from"], proof["to"], unhex(proof["older"]), unhex(proof["newer"]),
                               [unhex(each) for each in proof["path"]]), f"consistency proof does not hold: {proof}")
        print(f"{len(proofs['inclusion'])} inclusion and {len(proofs['consistency'])} consistency proofs: hold")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except (Wrong, OSError, ValueError) as wrong:
        print(f"does not hold: {wrong}")
        sys.exit(1)
