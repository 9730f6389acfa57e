package org.billrunconsole.settings.policy;

import com.sun.jna.platform.win32.AccCtrl.SE_OBJECT_TYPE;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.W32Errors;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Whose a file is on Windows, by number, since the names of groups are translated there. */
final class WindowsOwner {

    /** The administrators, the system, and the installer of Windows itself. */
    private static final Set<String> ADMINISTRATORS = Set.of("S-1-5-32-544", "S-1-5-18",
            "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464");

    private WindowsOwner() {}

    static boolean isAdministrators(Path file) throws IOException {
        var owner = new PointerByReference();
        var descriptor = new PointerByReference();
        try {
            var code = Advapi32.INSTANCE.GetNamedSecurityInfo(file.toString(), SE_OBJECT_TYPE.SE_FILE_OBJECT,
                    WinNT.OWNER_SECURITY_INFORMATION, owner, null, null, null, descriptor);
            if (code != W32Errors.ERROR_SUCCESS) {
                throw new IOException("Windows does not say whose the file is: error " + code);
            }
            return ADMINISTRATORS.contains(Advapi32Util.convertSidToStringSid(new WinNT.PSID(owner.getValue())));
        } catch (Win32Exception | UnsatisfiedLinkError e) {
            throw new IOException("Windows does not say whose the file is", e);
        } finally {
            if (descriptor.getValue() != null) {
                Kernel32.INSTANCE.LocalFree(descriptor.getValue());
            }
        }
    }
}
