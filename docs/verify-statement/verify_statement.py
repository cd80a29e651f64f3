#!/usr/bin/env python3
"""Checks a statement of a mandate without asking anybody, and says in plain words what it shows.

  verify_statement.py STATEMENT --keys jwks.json [--status list.jwt] [--issuer URL] [--at TIME] [--nl]

STATEMENT is a file with the text of the statement (what the QR code holds), or - for standard input.
  --keys    the issuer's public keys, saved before from /.well-known/jwks.json
  --status  a status list, saved before from the address that the statement names; at most a day old
  --issuer  whom you expect to have signed it, such as https://volmacht.example
  --at      check as of this instant (2026-12-01T12:00:00Z) instead of now
  --nl      in Dutch

It ends with 0 when the statement is valid, and shows who, for whom, on which messages and until when; with 3 when it is
signed, but shows less than that, or no status list of after it was made says whether it still holds; with 1 when it is not
to be believed; with 2 when it could not be checked.
Python 3.9 or newer, its standard library only. SD-JWT: RFC 9901. ES256: RFC 7518, FIPS 186-5.
"""
import argparse
import base64
import codecs
import hashlib
import json
import sys
import zlib
from datetime import datetime, timezone

# The curve P-256 (SEC 2): y^2 = x^3 - 3x + B over the field of P, with the generator G of order N.
P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
     0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)
CLOCKS_DIFFER = 60  # seconds
MOST_BYTES = 1 << 20  # of an unpacked status list
LAST_SECOND = 253402300799  # of the year 9999


class NotBelieved(Exception):
    """The statement, or the status list, is not to be believed; says why."""


class NotRead(Exception):
    """Something that was given to this program cannot be used: which, and why."""


def add(one, other):
    """The sum of two points; None is the point at infinity."""
    if one is None or other is None:
        return one or other
    (x1, y1), (x2, y2) = one, other
    if x1 == x2:
        if (y1 + y2) % P == 0:
            return None
        slope = (3 * x1 * x1 - 3) * pow(2 * y1, -1, P) % P
    else:
        slope = (y2 - y1) * pow(x2 - x1, -1, P) % P
    x = (slope * slope - x1 - x2) % P
    return x, (slope * (x1 - x) - y1) % P


def times(count, point):
    total = None
    while count:
        if count & 1:
            total = add(total, point)
        point, count = add(point, point), count >> 1
    return total


def es256(key, message, signature):
    """Whether this signature is of this message by this key (ECDSA with P-256 and SHA-256)."""
    if len(signature) != 64:
        return False
    r, s = (int.from_bytes(part, "big") for part in (signature[:32], signature[32:]))
    x, y = key
    on_curve = 0 <= x < P and 0 <= y < P and (y * y - (x * x * x - 3 * x + B)) % P == 0
    if not (on_curve and 0 < r < N and 0 < s < N):
        return False
    inverse = pow(s, -1, N)
    digest = int.from_bytes(hashlib.sha256(message).digest(), "big")
    point = add(times(digest * inverse % N, G), times(r * inverse % N, key))
    return point is not None and point[0] % N == r


def unpacked(text):
    """Base64url without padding, in the one way to write it."""
    try:
        found = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        raise NotBelieved("damaged") from None
    if base64.urlsafe_b64encode(found).rstrip(b"=").decode() != text:
        raise NotBelieved("damaged")
    return found


def once(pairs):
    """An object in which no name comes twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotBelieved("damaged")
    return found


def no_number(_):
    """NaN and Infinity are no JSON (RFC 8259)."""
    raise NotBelieved("damaged")


def read_json(data, kind):
    try:
        found = json.loads(data, object_pairs_hook=once, parse_constant=no_number)
    except (ValueError, RecursionError):
        raise NotBelieved("damaged") from None
    if not isinstance(found, kind):
        raise NotBelieved("damaged")
    return found


def signed(token, keys, typ):
    """The claims of a signed token, when one of these keys signed it as a token of this kind."""
    parts = token.split(".")
    if len(parts) != 3:
        raise NotBelieved("damaged")
    head = read_json(unpacked(parts[0]), dict)
    if head.get("alg") != "ES256" or head.get("typ") != typ or "crit" in head:
        raise NotBelieved("kind")
    kid = head.get("kid")
    key = keys.get(kid) if isinstance(kid, str) else None
    if key is None:
        raise NotBelieved("key")
    if not es256(key, (parts[0] + "." + parts[1]).encode(), unpacked(parts[2])):
        raise NotBelieved("signature")
    return read_json(unpacked(parts[1]), dict)


def numbered(claims, name):
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= LAST_SECOND:
        raise NotBelieved("damaged")
    return value


def in_time(claims, now):
    if max(numbered(claims, name) for name in ("iat", "nbf") if name in claims or name == "iat") > now + CLOCKS_DIFFER:
        raise NotBelieved("early")
    if now >= numbered(claims, "exp"):
        raise NotBelieved("expired")


def digest_of(disclosure):
    return base64.urlsafe_b64encode(hashlib.sha256(disclosure.encode()).digest()).rstrip(b"=").decode()


def shown(value, disclosures, used):
    """The value with what was disclosed put in its place; what was not is left out (RFC 9901, 7.1)."""
    def take(digest, length):
        if digest in used:
            raise NotBelieved("disclosure")
        if digest not in disclosures:
            return None
        used.add(digest)
        parts = disclosures[digest]
        if len(parts) != length:
            raise NotBelieved("disclosure")
        return parts

    if isinstance(value, dict):
        found = {name: shown(inner, disclosures, used) for name, inner in value.items()
                 if name not in ("_sd", "_sd_alg")}
        for digest in value.get("_sd", []):
            parts = take(digest, 3)
            if parts is None:
                continue
            name = parts[1]
            if not isinstance(name, str) or name in ("_sd", "...") or name in found:
                raise NotBelieved("disclosure")
            found[name] = shown(parts[2], disclosures, used)
        return found
    if isinstance(value, list):
        found = []
        for item in value:
            if isinstance(item, dict) and set(item) == {"..."}:
                parts = take(item["..."], 2)
                if parts is not None:
                    found.append(shown(parts[1], disclosures, used))
            else:
                found.append(shown(item, disclosures, used))
        return found
    return value


def statement(text, keys, now, issuer):
    """What a statement shows, when it is to be believed, and how many lines it may hide; its status apart."""
    token, *disclosed = text.strip().split("~")
    if not disclosed or disclosed.pop() != "":
        raise NotBelieved("damaged")
    claims = signed(token, keys, "dc+sd-jwt")
    if claims.get("_sd_alg", "sha-256") != "sha-256" or (issuer and claims.get("iss") != issuer):
        raise NotBelieved("kind")
    if not str(claims.get("vct", "")).endswith("/v1/statement-types/mandate"):
        raise NotBelieved("kind")
    disclosures = {digest_of(each): read_json(unpacked(each), list) for each in disclosed}
    used = set()
    found = shown(claims, disclosures, used)
    if len(used) != len(disclosed):
        raise NotBelieved("disclosure")
    in_time(claims, now)
    return found, len(claims.get("scope", [])) - len(found.get("scope", []))


def status(claims, token, keys, now):
    """What a saved status list says of a statement, and of when it is: 0 holds, 1 does not, 2 not now, None nothing."""
    place = claims.get("status", {}).get("status_list", {})
    told = signed(token.strip(), keys, "statuslist+jwt")
    if told.get("sub") != place.get("uri"):
        raise NotBelieved("other-list")
    in_time(told, now)
    made = numbered(told, "iat")
    if made <= numbered(claims, "iat"):
        return None, made  # what stands there may be of another statement, or of none: within a second nobody knows which came first
    lists, index = told.get("status_list", {}), place.get("idx")
    bits = lists.get("bits")
    if bits not in (1, 2, 4, 8) or isinstance(index, bool) or not isinstance(index, int) or index < 0:
        raise NotBelieved("damaged")
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(unpacked(lists.get("lst", "")), MOST_BYTES)
    except zlib.error:
        raise NotBelieved("damaged") from None
    if not stream.eof or stream.unused_data:  # a part of a list, or more than one
        raise NotBelieved("damaged")
    if index * bits // 8 >= len(data):
        raise NotBelieved("damaged")
    return data[index * bits // 8] >> (index * bits % 8) & ((1 << bits) - 1), made


WORDS = {
    "en": {
        "valid": "VALID. Signed by %s, and it still holds by the status list of %s.",
        "unsure": "SIGNED by %s, but whether it still holds is not known: no status list was given.",
        "older": "SIGNED by %s, but whether it still holds is not known: the status list of %s is not newer. Fetch it anew.",
        "little": "SIGNED by %s, and it still holds by the status list of %s, but it does not show enough to go by.",
        "lacks": "Not shown: %s. Ask for a statement that shows it.",
        "hides": "There may be more that is not shown: %d lines about messages at most.",
        "not": "NOT VALID. %s",
        "damaged": "It is damaged, or somebody changed it.",
        "kind": "It is something else than a statement of a mandate by the one you expect.",
        "key": "It was signed by a key that is not among those that you saved. Fetch the keys anew, or do not believe it.",
        "signature": "The signature is wrong: somebody changed it, or somebody else signed it.",
        "disclosure": "What it shows is not what was signed.",
        "early": "It is of a later time than now. Look at the clock of this computer.",
        "expired": "It is over. Ask for a new one.",
        1: "The authorisation was ended or made smaller since.",
        2: "The authorisation is suspended at the moment.",
        "list": "The status list cannot be used. ",
        "other-list": "It is another list than the one that the statement names.",
        "fetch": "Its status list is at %s",
        "unread": "This could not be read: %s: %s",
        "no-file": "there is no such file, or it may not be opened.",
        "no-text": "this is no text. Of a paper (PDF) give what its QR code holds.",
        "no-keys": "these are no keys as /.well-known/jwks.json has them.",
        "no-time": "this is no time such as 2026-12-01T12:00:00Z.",
        "until": "This statement is good until %s.",
        "who": "Look also who is before you: a statement does not say who may show it.",
        "client_name": "Represented", "client_birth_date": "Date of birth", "client_bsn": "BSN",
        "organisation_name": "May act", "organisation_kvk": "KvK number", "first_day": "First day",
        "last_day": "Last day", "ground": "Ground", "mandate_id": "Authorisation", "scope": "Messages",
        "everyone": "every sender", "no-end": "none: it has no term", "court": "a decision of a court (%s)",
        "voluntary": "given by the client", "urgent-acts": "urgent acts after the end", "sender": "sender_name_en",
    },
    "nl": {
        "valid": "GELDIG. Ondertekend door %s. Volgens de statuslijst van %s geldt de machtiging nog.",
        "unsure": "ONDERTEKEND door %s. Of de machtiging nog geldt is niet bekend: er is geen statuslijst.",
        "older": "ONDERTEKEND door %s. Of de machtiging nog geldt is niet bekend: de statuslijst van %s is niet nieuwer. Haal haar opnieuw op.",
        "little": "ONDERTEKEND door %s. Volgens de statuslijst van %s geldt de machtiging nog, maar de verklaring laat te weinig zien.",
        "lacks": "Niet te zien: %s. Vraag een verklaring die dit laat zien.",
        "hides": "Er kan meer zijn dat niet te zien is: hoogstens %d regels over berichten.",
        "not": "NIET GELDIG. %s",
        "damaged": "De verklaring is beschadigd of veranderd.",
        "kind": "Dit is geen verklaring van een machtiging van wie u verwacht.",
        "key": "De sleutel van de ondertekening zit niet bij uw bewaarde sleutels. Haal de sleutels opnieuw op, of geloof de verklaring niet.",
        "signature": "De handtekening klopt niet: de verklaring is veranderd of door een ander ondertekend.",
        "disclosure": "Wat de verklaring laat zien, is niet wat er ondertekend is.",
        "early": "De verklaring is van later dan nu. Controleer de klok van deze computer.",
        "expired": "De verklaring is verlopen. Vraag een nieuwe.",
        1: "De machtiging is daarna beëindigd of kleiner gemaakt.",
        2: "De machtiging is nu geschorst.",
        "list": "De statuslijst is niet te gebruiken. ",
        "other-list": "Het is een andere lijst dan in de verklaring staat.",
        "fetch": "De statuslijst staat op %s",
        "unread": "Dit is niet te lezen: %s: %s",
        "no-file": "dit bestand is er niet, of mag niet geopend worden.",
        "no-text": "dit is geen tekst. Geef van papier (PDF) wat er in de QR-code staat.",
        "no-keys": "dit zijn geen sleutels zoals op /.well-known/jwks.json.",
        "no-time": "dit is geen tijdstip zoals 2026-12-01T12:00:00Z.",
        "until": "Deze verklaring is te gebruiken tot %s.",
        "who": "Kijk ook wie u voor u heeft: een verklaring zegt niet wie haar mag laten zien.",
        "client_name": "Vertegenwoordigd", "client_birth_date": "Geboortedatum", "client_bsn": "BSN",
        "organisation_name": "Mag handelen", "organisation_kvk": "KvK-nummer", "first_day": "Eerste dag",
        "last_day": "Laatste dag", "ground": "Grondslag", "mandate_id": "Machtiging", "scope": "Berichten",
        "everyone": "alle afnemers", "no-end": "geen: er is geen termijn", "court": "een besluit van de rechter (%s)",
        "voluntary": "gegeven door de cliënt", "urgent-acts": "dringende zaken na het einde", "sender": "sender_name",
        "financial": "berichten over geld", "care": "berichten over zorg", "other": "andere berichten",
        "all": "alle berichten", "read": "lezen", "acknowledge": "bevestigen", "reply": "beantwoorden",
        "archive": "opbergen", "download": "downloaden", "forward": "doorsturen",
    },
}
SHOWN = ("client_name", "client_birth_date", "client_bsn", "organisation_name", "organisation_kvk",
         "first_day", "last_day", "ground", "mandate_id")
NEEDED = ("client_name", "organisation_name", "scope", "last_day")


def plain(value):
    """Text of somebody else on a terminal: without what could move the cursor."""
    return "".join(sign if sign.isprintable() else "?" for sign in str(value))


def moment(seconds):
    return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%d %H:%M UTC")


def lines_of(claims, words):
    for name in SHOWN:
        if name in claims:
            value = claims[name]
            if name == "last_day" and value is None:
                value = words["no-end"]
            if name == "ground":
                value = words.get(value) or words["court"] % value
            yield "  %-18s %s" % (words[name], plain(value))
    for line in claims.get("scope", []):
        sender = line.get(words["sender"]) or line.get("sender_name") if "sender" in line else words["everyone"]
        category, *actions = [words.get(word, word) for word in (line.get("category"), *line.get("actions", []))]
        yield "  %-18s %s" % (words["scope"], plain("%s: %s (%s)" % (sender, category, ", ".join(actions))))


def address_of(claims, words):
    """Where the status list of a statement is, when it says so."""
    told = claims.get("status")
    place = told.get("status_list") if isinstance(told, dict) else None
    uri = place.get("uri") if isinstance(place, dict) else None
    return [words["fetch"] % plain(uri)] if isinstance(uri, str) else []


def text_in(name):
    """The text of a file, or of standard input; also as an editor or a shell of Windows writes it."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(name, "rb") as file:
                data = file.read()
    except (OSError, ValueError):
        raise NotRead(name, "no-file") from None
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except ValueError:
        raise NotRead(name, "no-text") from None


def keys_in(name):
    found = {}
    text = text_in(name)
    try:
        for key in read_json(text, dict)["keys"]:
            if not isinstance(key, dict) or not isinstance(key.get("kid"), str):
                continue
            if key.get("kty") == "EC" and key.get("crv") == "P-256":
                found[key["kid"]] = tuple(int.from_bytes(unpacked(key[part]), "big") for part in ("x", "y"))
    except (KeyError, TypeError, AttributeError, ValueError, NotBelieved):
        raise NotRead(name, "no-keys") from None
    return found


def time_in(text):
    """Seconds since 1970; now, when none is given. A time without a zone is of this computer's."""
    if text is None:
        return datetime.now(timezone.utc).timestamp()
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()
    except (ValueError, OverflowError, OSError):
        raise NotRead(text, "no-time") from None


def check(text, keys, status_list, now, issuer, words):
    """The sentence that judges, what is shown, and with what this program ends."""
    try:
        claims, hides = statement(text, keys, now, issuer)
        lines = list(lines_of(claims, words))
    except NotBelieved as why:
        return [words["not"] % words[str(why)]], 1
    except (AttributeError, KeyError, TypeError, ValueError):
        return [words["not"] % words["damaged"]], 1
    lacks = [words[name] for name in NEEDED if name not in claims or claims[name] in ("", [])]
    said = [*lines, *([words["hides"] % hides] if hides else []), *([words["lacks"] % ", ".join(lacks)] if lacks else []),
            words["until"] % moment(claims["exp"]), words["who"]]
    signer = plain(claims.get("iss"))
    fetch = address_of(claims, words)
    if status_list is None:
        return [words["unsure"] % signer, *fetch, *said], 3
    try:
        told, made = status(claims, status_list, keys, now)
    except NotBelieved as why:
        return [words["list"] + words[str(why)], words["unsure"] % signer, *fetch, *said], 2
    except (AttributeError, KeyError, TypeError, ValueError):
        return [words["list"] + words["damaged"], words["unsure"] % signer, *fetch, *said], 2
    if told is None:
        return [words["older"] % (signer, moment(made)), *fetch, *said], 3
    if told != 0:
        return [words["not"] % words.get(told, words[1])], 1
    return [words["little" if lacks else "valid"] % (signer, moment(made)), *said], 3 if lacks else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("statement")
    parser.add_argument("--keys", required=True)
    parser.add_argument("--status")
    parser.add_argument("--issuer")
    parser.add_argument("--at")
    parser.add_argument("--nl", action="store_true")
    given = parser.parse_args()
    words = WORDS["nl" if given.nl else "en"]
    sys.stdout.reconfigure(errors="replace")  # a name that this terminal has no letters for
    try:
        text, keys = text_in(given.statement), keys_in(given.keys)
        listed = text_in(given.status) if given.status else None
        at = time_in(given.at)
    except NotRead as error:
        what, why = error.args
        print(words["unread"] % (plain(what), words[why]), file=sys.stderr)
        return 2
    said, ends = check(text, keys, listed, at, given.issuer, words)
    print("\n".join(said))
    return ends


if __name__ == "__main__":
    sys.exit(main())
