#!/usr/bin/env bash
# Makes a small MSI, PKG and disk image that say what the facts say, for the check of finished packages to be tried on:
# fixtures.sh FOLDER BUILD. Their programs are JavaFX's libraries of the system. Wants target/other-systems of "mvn
# test-compile", wixl, genisoimage, python3 and 7zz.
set -euo pipefail
folder=$1 build=$2
project=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 - "$project" "$folder" "$build" "$work" <<'PY'
import gzip, hashlib, os, re, struct, subprocess, sys, uuid, zipfile, zlib
import xml.etree.ElementTree as tree

project, folder, build, work = sys.argv[1:]
facts = dict(line.split("=", 1) for line in open(f"{project}/packaging/product.properties", encoding="utf-8").read().splitlines()
             if "=" in line and not line.startswith("#"))
pom = tree.parse(f"{project}/pom.xml").getroot().findtext("{http://maven.apache.org/POM/4.0.0}version")
preview = "-" in pom
numbers = pom.split("-")[0]
version = ".".join(numbers.split(".")[:2] + [build]) if preview else numbers
name = facts["name"] + (" " + facts["preview"] if preview else "")
command = facts["command"]

def library(system, entry):
    return zipfile.ZipFile(f"{project}/target/other-systems/javafx-graphics-{system}.jar").read(entry)

def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    open(path, "wb").write(content)
    return path

def sealed(path):
    with open(path + ".sha256", "w") as out:
        out.write(hashlib.sha256(open(path, "rb").read()).hexdigest() + "  " + os.path.basename(path) + "\n")

# The MSI for the machine. Java's name-based numbers are version 3, without a name space.
upgrade = facts["upgradeUuid.machine" + (".preview" if preview else "")]
digest = bytearray(hashlib.md5(f"{upgrade} {version}".encode()).digest())
digest[6], digest[8] = digest[6] & 0x0F | 0x30, digest[8] & 0x3F | 0x80
product = uuid.UUID(bytes=bytes(digest))
# wixl takes names from the folder that it is started in only.
write(f"{work}/a.dll", library("win", "prism_sw.dll"))
write(f"{work}/empty", b"")
write(f"{work}/icon.ico", open(f"{project}/icons/{facts['icon']}.ico", "rb").read())
wanted = [f"{name}.exe", f"{command}.exe", "app/app.aot", "app/licences.txt", "runtime/bin/server/jvm.dll",
          "runtime/bin/javafx/glass.dll", "runtime/bin/jnidispatch.dll"]
components, references = {}, ""
for index, path in enumerate(wanted):
    at, file = os.path.split(path)
    source = "a.dll" if file.endswith(("exe", "dll")) else "empty"
    components.setdefault(at, "")
    components[at] += f'<Component Id="c{index}" Guid="{uuid.uuid4()}"><File Id="f{index}" Name="{file}" Source="{source}"/></Component>'
    references += f'<ComponentRef Id="c{index}"/>'
def directory(identifier, label, *inner):
    return f'<Directory Id="{identifier}" Name="{label}">{"".join(inner)}</Directory>'
tree_of = directory("INSTALLDIR", name, components[""], directory("app", "app", components["app"]),
                    directory("runtime", "runtime", directory("bin", "bin", components["runtime/bin"],
                              directory("server", "server", components["runtime/bin/server"]),
                              directory("javafx", "javafx", components["runtime/bin/javafx"]))))
write(f"{work}/a.wxs", f'''<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="{product}" Name="{name}" Language="1033" Version="{version}" Manufacturer="{facts["vendor"]}" UpgradeCode="{upgrade}">
    <Package InstallerVersion="200" Compressed="yes" InstallScope="perMachine"/>
    <Media Id="1" Cabinet="a.cab" EmbedCab="yes"/>
    <Upgrade Id="{upgrade}">
      <UpgradeVersion OnlyDetect="yes" Property="JP_DOWNGRADABLE_FOUND" Minimum="{version}" IncludeMinimum="yes"/>
    </Upgrade>
    <Icon Id="icon.ico" SourceFile="icon.ico"/>
    <Directory Id="TARGETDIR" Name="SourceDir"><Directory Id="ProgramFilesFolder">{tree_of}</Directory></Directory>
    <Feature Id="all" Level="1">{references}</Feature>
  </Product>
</Wix>'''.encode())
msi = f"{folder}/{command}-{pom}-windows-x64-machine.msi"
subprocess.run(["wixl", "-a", "x64", "-o", os.path.abspath(msi), "a.wxs"], check=True, cwd=work)
sealed(msi)

# The program of the Mac.
app = f"{work}/root/Applications/{name}.app/Contents"
plist = open(f"{project}/packaging/macos/resources/Info.plist", encoding="utf-8").read()
words = dict(facts, name=name, version=version, bundleId=facts["bundleId"] + (".preview" if preview else ""))
plist = re.sub("@([A-Za-z]+)@", lambda word: words[word.group(1)], plist)
write(f"{app}/Info.plist", plist.encode())
glass = library("mac-aarch64", "libglass.dylib")
for path in ["server/libjvm.dylib", "libglass.dylib", "libjnidispatch.dylib", "libosxkeychain.dylib"]:
    write(f"{app}/runtime/Contents/Home/lib/{path}", glass)
write(f"{app}/MacOS/{name}", glass)
write(f"{app}/Resources/{name}.icns", open(f"{project}/icons/{facts['icon']}.icns", "rb").read())
write(f"{app}/app/app.aot", b"")
write(f"{app}/app/licences.txt", b"")

# Its PKG: a xar of a gzip of a cpio.
files = subprocess.run("find . | cpio --quiet -o -H odc", shell=True, check=True, cwd=f"{work}/root", capture_output=True).stdout
payload = gzip.compress(files)
contents = zlib.compress(f'''<?xml version="1.0" encoding="UTF-8"?>
<xar><toc><checksum style="sha1"><offset>0</offset><size>20</size></checksum>
<file id="1"><name>console.pkg</name><type>directory</type><file id="2"><name>Payload</name><type>file</type>
<data><offset>20</offset><size>{len(payload)}</size><length>{len(payload)}</length>
<encoding style="application/octet-stream"/></data></file></file></toc></xar>'''.encode())
plain = zlib.decompress(contents)
header = struct.pack(">4sHHQQI", b"xar!", 28, 1, len(contents), len(plain), 1)
pkg = write(f"{folder}/{command}-{pom}-macos-aarch64.pkg", header + contents + hashlib.sha1(contents).digest() + payload)
sealed(pkg)

# A disk image, of another file system than Apple's.
dmg = f"{folder}/{command}-{pom}-macos-aarch64.dmg"
subprocess.run(["genisoimage", "-quiet", "-J", "-R", "-o", dmg, f"{work}/root/Applications"], check=True)
sealed(dmg)
PY
