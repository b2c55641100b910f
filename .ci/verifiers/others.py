"""What programs in Python say of what was issued here, and what they issue to be checked here.

others.py check FOLDER SCHEMAS: the schema of 1EdTech, openbadgeslib, sd-jwt and PyJWT on what lies
in FOLDER; SCHEMAS is the folder with the schemas of openbadgeslib's source archive.
others.py sign FOLDER: credentials made by openbadgeslib, with the keys to check them.
"""

import json
import sys
import zlib
from base64 import urlsafe_b64decode
from datetime import datetime, timezone
from pathlib import Path

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jsonschema import Draft201909Validator, FormatChecker
from jwcrypto.jwk import JWK
from openbadgeslib.ob3 import Achievement, Issuer, OB3LdpSigner, OB3LdpVerifier, OB3Signer, OB3Verifier, OpenBadgeCredential
from sd_jwt.holder import SDJWTHolder
from sd_jwt.verifier import SDJWTVerifier

wrong = []


def expect(what, holds, why=""):
    print(("as it should be" if holds else "WRONG"), what, why, sep="  ")
    if not holds:
        wrong.append(what)


def refuses(work):
    try:
        work()
    except Exception as error:  # each of the programs has errors of its own
        return str(error).splitlines()[0][:100] if str(error) else type(error).__name__
    return ""


def schema_errors(schemas, name, document):
    schema = json.loads((schemas / name).read_text())
    found = Draft201909Validator(schema, format_checker=FormatChecker()).iter_errors(document)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in found]


def check(folder, schemas):
    documents = json.loads((folder / "documents.json").read_text())
    text = (folder / "good.json").read_text()
    badge = json.loads(text)
    key = documents[badge["proof"]["verificationMethod"]]
    jwk = documents[key["id"] + "/jwk"]
    public = jwt.PyJWK(jwk).key
    pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)

    found = schema_errors(schemas, "ob_v3p0_achievementcredential_schema.json", badge)
    expect("the schema of 1EdTech finds no error in the credential", not found, found)
    found = schema_errors(schemas, "ob_v3p0_profile_schema.json", documents[badge["issuer"]["id"]])
    expect("nor in the issuer's profile", not found, found)

    restored = OB3LdpVerifier(pubkey_pem=pem).verify(text)
    expect("openbadgeslib verifies the embedded proof", restored.achievement.name == badge["name"])
    changed = text.replace("330", "990")
    why = refuses(lambda: OB3LdpVerifier(pubkey_pem=pem).verify(changed))
    expect("and refuses a changed one", why != "" and changed != text, why)

    token = (folder / "good.jwt").read_text()
    expect("the header says only what it may", set(jwt.get_unverified_header(token)) <= {"alg", "kid", "jwk", "typ"})
    restored = OB3Verifier(pubkey_pem=pem).verify(token)
    expect("openbadgeslib verifies the token", restored.achievement.name == badge["name"])
    claims = jwt.decode(token, public, algorithms=["EdDSA"], issuer=badge["issuer"]["id"])
    found = schema_errors(schemas, "ob_v3p0_achievementcredential_schema.json", claims)
    expect("the schema finds no error in its claims", not found, found)

    wallet = (folder / "good.sd-jwt").read_text()
    keys = JWK(**{name: jwk[name] for name in ("kty", "crv", "x")})
    verified = SDJWTVerifier(wallet, lambda issuer, header: keys).get_verified_payload()
    expect("sd-jwt verifies the third form", verified["vct"] == "urn:eu.europa.ec.eudi:learning:credential:1")
    expect("with all that it hides", verified["name"] == badge["credentialSubject"]["identifier"][0]["identityHash"])
    holder = SDJWTHolder(wallet)
    holder.create_presentation({"achievement_description": True})
    less = SDJWTVerifier(holder.sd_jwt_presentation, lambda issuer, header: keys).get_verified_payload()
    expect("and what its holder leaves out stays out", "name" not in less and "achievement_description" in less)
    why = refuses(lambda: SDJWTVerifier(wallet[:40] + ("A" if wallet[40] != "A" else "B") + wallet[41:], lambda i, h: keys))
    expect("and refuses a changed one", why != "", why)

    revoked = jwt.decode((folder / "revoked.jwt").read_text(), public, algorithms=["EdDSA"])
    statuses = jwt.decode((folder / "status-list.jwt").read_text(), public, algorithms=["EdDSA"])
    packed = statuses["status_list"]["lst"]
    bits = zlib.decompress(urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
    bit = lambda index: bits[index // 8] >> (index % 8) & 1
    slots = [int(said["credentialStatus"]["statusListIndex"]) for said in (revoked, badge)]
    expect("the list for wallets has the bit of the revoked one", [bit(slot) for slot in slots] == [1, 0])
    expect("and no other", sum(byte.bit_count() for byte in bits) == 1)


def private_pem(key):
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def sign(folder):
    folder.mkdir(parents=True, exist_ok=True)
    credential = OpenBadgeCredential(
        issuer=Issuer(id="https://example.com/issuer", name="Example Org"),
        recipient_id="mailto:recipient@example.com",
        achievement=Achievement(
            id="https://example.com/achievements/peer",
            name="Peer support",
            description="Awarded for peer support",
            criteria_narrative="Must have been there",
        ),
        issuance_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    )
    edwards = ed25519.Ed25519PrivateKey.generate()
    (folder / "embedded.json").write_text(OB3LdpSigner(private_pem(edwards)).sign_to_json(credential))
    keys = {
        "EdDSA": edwards,
        "ES256": ec.generate_private_key(ec.SECP256R1()),
        "RS256": rsa.generate_private_key(public_exponent=65537, key_size=2048),
    }
    for name, key in keys.items():
        signer = OB3Signer(private_pem(key), algorithm=name)
        token = signer.sign(credential)
        (folder / f"{name}.jwt").write_text(token)
        (folder / f"{name}.svg").write_bytes(signer.sign_into_svg(credential, b"<svg xmlns='http://www.w3.org/2000/svg'></svg>"))
        (folder / f"{name}.key").write_text(json.dumps(jwt.get_unverified_header(token)["jwk"]))
        other = token[:-8] + ("A" * 8 if not token.endswith("A" * 8) else "B" * 8)
        (folder / f"{name}.changed").write_text(other)
    document = json.loads((folder / "embedded.json").read_text())
    document["credentialSubject"]["achievement"]["name"] = "Another"
    (folder / "embedded.changed").write_text(json.dumps(document))


match sys.argv[1:]:
    case ["check", folder, schemas]:
        check(Path(folder), Path(schemas))
    case ["sign", folder]:
        sign(Path(folder))
    case _:
        sys.exit(__doc__)
if wrong:
    sys.exit(f"Not as it should be: {', '.join(wrong)}")
