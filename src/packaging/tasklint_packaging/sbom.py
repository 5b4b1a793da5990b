"""The bill of materials of a program, as CycloneDX 1.6: the packages that it is made of, as NuGet restored them."""

import hashlib
import json
import re
import uuid
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from .platforms import Refused, archive_name


def write(one, program, version, assets, target, commit=None, openssl=None):
    """
    assets: the project.assets.json of the restore that the program was published from.
    openssl: the version of OpenSSL that is linked into a static program.
    """
    if one.get("static") and not openssl:
        raise Refused(f"{one['name']} has OpenSSL in itself: say in which version")
    restored = json.loads(Path(assets).read_text(encoding="utf-8"))
    folders = [Path(folder) for folder in restored["packageFolders"]]
    components = [_package(folders, *name.split("/"), entry.get("sha512"))
                  for name, entry in restored["libraries"].items() if entry["type"] == "package"]
    components += [_package(folders, name, version_, None) for name, version_ in _runtime(restored)]
    if openssl:
        components.append({"type": "library", "bom-ref": f"pkg:generic/openssl@{openssl}", "name": "openssl", "version": openssl,
                           "licenses": [{"license": {"id": "Apache-2.0"}}], "purl": f"pkg:generic/openssl@{openssl}"})
    components.sort(key=lambda component: component["bom-ref"])
    digest = hashlib.sha256(Path(program).read_bytes()).hexdigest()
    ref = f"pkg:generic/tasklint@{version}?platform={one['name']}"
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        # Of what it describes, so that the same program has the same document.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{ref}#{digest}')}",
        "version": 1,
        "metadata": {"component": {
            "type": "application", "bom-ref": ref, "name": "tasklint", "version": version, "purl": ref,
            "hashes": [{"alg": "SHA-256", "content": digest}],
            "properties": [{"name": "tasklint:platform", "value": one["name"]}] + ([{"name": "tasklint:commit", "value": commit}] if commit else []),
        }},
        "components": components,
        "dependencies": [{"ref": ref, "dependsOn": [component["bom-ref"] for component in components]}],
    }
    file = Path(target) / f"{archive_name(one).split('.')[0]}.cdx.json"
    file.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8", newline="\n")
    return file


def _runtime(restored):
    """The parts of .NET that are compiled into the program: NuGet lists them as downloads and not as libraries."""
    for framework in restored["project"]["frameworks"].values():
        for download in framework.get("downloadDependencies", []):
            name = download["name"]
            if name.lower().startswith("microsoft.netcore.app.runtime.nativeaot."):
                yield name, download["version"].strip("[]").split(",")[0].strip()


def _package(folders, name, version, sha512):
    purl = f"pkg:nuget/{name}@{version}"
    component = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}
    license_ = _license(folders, name, version)
    if license_:
        component["licenses"] = [license_]
    if sha512:
        import base64
        component["hashes"] = [{"alg": "SHA-512", "content": base64.b64decode(sha512).hex()}]
    return component


def _license(folders, name, version):
    for folder in folders:
        file = folder / name.lower() / version / f"{name.lower()}.nuspec"
        if file.is_file():
            for element in ElementTree.parse(file).iter():
                if element.tag.endswith("}license") and element.get("type") == "expression":
                    text = element.text.strip()
                    return {"license": {"id": text}} if re.fullmatch(r"[A-Za-z0-9.+-]+", text) else {"expression": text}
    return None
