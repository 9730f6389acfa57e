#!/bin/sh
# Run by jpackage in the folder of everything that a DEB or an RPM installs, before it is packed. Puts the command, the
# menu's entry and the papers where the system looks for them, as files of the package: no script has to run at install.
set -eu

mkdir -p usr/bin usr/share/applications usr/share/doc/@command@ usr/share/lintian/overrides
ln -s /opt/@command@/bin/@command@ usr/bin/@command@
mv opt/@command@/lib/@command@-@command@.desktop usr/share/applications/@command@.desktop

cp '@resources@/copyright' usr/share/doc/@command@/copyright
rm -rf opt/@command@/share
gzip -9n <'@resources@/changelog' >usr/share/doc/@command@/changelog.gz
cp '@resources@/lintian' usr/share/lintian/overrides/@command@
chmod 644 usr/share/applications/* usr/share/doc/@command@/* usr/share/lintian/overrides/*

if [ -d DEBIAN ]; then
    rm -f DEBIAN/preinst DEBIAN/postinst DEBIAN/prerm DEBIAN/postrm
    find opt usr -type f -exec md5sum {} + >DEBIAN/md5sums
    chmod 644 DEBIAN/md5sums
else
    rm -rf usr/share/lintian
fi
