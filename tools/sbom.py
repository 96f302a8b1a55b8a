"""Writes what the program is made of as a CycloneDX 1.5 document (ECMA-424), to standard output.

Crates that the binary is linked from, with the digests of Cargo.lock, and the npm packages that are embedded in it, with
those of web/package-lock.json. Nothing is fetched, and the same tree gives the same bytes.
"""

import base64
import json
import pathlib
import subprocess
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent


def crates():
    command = ["cargo", "metadata", "--locked", "--format-version", "1"]
    metadata = json.loads(subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout)
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    digests = {
        (package["name"], package["version"]): package.get("checksum")
        for package in tomllib.loads((ROOT / "Cargo.lock").read_text())["package"]
    }
    root = next(id for id, package in packages.items() if package["name"] == "candour")
    edges = {}
    waiting = [root]
    while waiting:
        id = waiting.pop()
        if id in edges:
            continue
        linked = [
            dependency["pkg"]
            for dependency in nodes[id]["deps"]
            if any(kind["kind"] is None for kind in dependency["dep_kinds"])
        ]
        edges[id] = linked
        waiting.extend(linked)
    name = lambda id: f"pkg:cargo/{packages[id]['name']}@{packages[id]['version']}"
    components = []
    for id in edges:
        package = packages[id]
        component = {
            "type": "application" if id == root else "library",
            "bom-ref": name(id),
            "name": package["name"],
            "version": package["version"],
            "purl": name(id),
        }
        if package["license"]:
            component["licenses"] = [{"expression": package["license"].replace("/", " OR ")}]
        digest = digests.get((package["name"], package["version"]))
        if digest:
            component["hashes"] = [{"alg": "SHA-256", "content": digest}]
        components.append(component)
    dependencies = [{"ref": name(id), "dependsOn": sorted(map(name, linked))} for id, linked in edges.items()]
    return name(root), components, dependencies


def embedded():
    lock = json.loads((ROOT / "web/package-lock.json").read_text())
    for path, package in lock["packages"].items():
        if not path or package.get("dev"):
            continue
        name = path.removeprefix("node_modules/")
        purl = f"pkg:npm/{name.replace('@', '%40')}@{package['version']}"
        component = {
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": package["version"],
            "purl": purl,
        }
        if "license" in package:
            component["licenses"] = [{"expression": package["license"]}]
        algorithm, _, digest = package.get("integrity", "").partition("-")
        if algorithm == "sha512":
            component["hashes"] = [{"alg": "SHA-512", "content": base64.b64decode(digest).hex()}]
        yield component


def main():
    root, components, dependencies = crates()
    npm = list(embedded())
    for dependency in dependencies:
        if dependency["ref"] == root:
            dependency["dependsOn"] = sorted(dependency["dependsOn"] + [part["purl"] for part in npm])
    by_reference = lambda part: part.get("bom-ref") or part["ref"]
    components = sorted(components + npm, key=by_reference)
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": next(part for part in components if part["bom-ref"] == root)},
        "components": [part for part in components if part["bom-ref"] != root],
        "dependencies": sorted(dependencies, key=by_reference),
    }
    print(json.dumps(document, indent=1, sort_keys=True))


main()
