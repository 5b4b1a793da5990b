"""The bill of materials of a program, as CycloneDX 1.6: what it is made of, and the tools that made it, which are not in it."""

import hashlib
import json
import re
import uuid
from pathlib import Path

from .platforms import archive_name


def write(one, program, version, parts, target, commit=None, address=None):
    """parts: those of the program. commit: that it was built from. address: where the repository can be read, without a slash at the end."""
    digest = hashlib.sha256(Path(program).read_bytes()).hexdigest()
    ref = f"pkg:generic/tasklint@{version}?platform={one['name']}"
    components = sorted((_component(part) for part in parts), key=lambda component: component["bom-ref"])
    source = {"externalReferences": [{"type": "vcs", "url": f"{address}.git", **({"comment": f"commit {commit}"} if commit else {})}]} if address else {}
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        # Of what it describes, so that the same program has the same document.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{ref}#{digest}')}",
        "version": 1,
        "metadata": {"component": {
            "type": "application", "bom-ref": ref, "name": "tasklint", "version": version, "purl": ref,
            "hashes": [{"alg": "SHA-256", "content": digest}], **source,
            "properties": [{"name": "tasklint:platform", "value": one["name"]}] + ([{"name": "tasklint:commit", "value": commit}] if commit else []),
        }},
        "components": components,
        "dependencies": [{"ref": ref, "dependsOn": [component["bom-ref"] for component in components if component["scope"] == "required"]}],
    }
    file = Path(target) / f"{archive_name(one).split('.')[0]}.cdx.json"
    file.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8", newline="\n")
    return file


def _component(part):
    component = {"type": "library", "bom-ref": part.purl, "name": part.name, **({"version": part.version} if part.version else {}),
                 "scope": "excluded" if part.is_tool else "required", "purl": part.purl}
    if part.license:
        component["licenses"] = [{"license": {"id": part.license}} if re.fullmatch(r"[A-Za-z0-9.+-]+", part.license) else {"expression": part.license}]
    if part.sha512:
        component["hashes"] = [{"alg": "SHA-512", "content": part.sha512}]
    return component
