package org.billrunconsole.packaging;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Lets the class that speaks to the Mac's key store take its library from the runtime. As published it copies the
 * library out of its jar into a new file of the temporary folder at every start, and knows no other way.
 */
final class KeychainLoader {

    /** The class in its jar. */
    static final String CLASS = "pt/davidafsilva/apple/OSXKeychain.class";

    private static final String METHOD = "loadSharedObject";

    private KeychainLoader() {}

    /** The class with the body of that one method replaced by {@code System.loadLibrary}. */
    static byte[] loadingByName(byte[] original) {
        var file = ClassFile.of();
        var model = file.parse(original);
        if (model.methods().stream().noneMatch(method -> method.methodName().equalsString(METHOD))) {
            throw new Complaint(CLASS + " has no method " + METHOD + " any more: look how it loads its library now");
        }
        return file.transformClass(model, ClassTransform.transformingMethods(
                method -> method.methodName().equalsString(METHOD),
                (method, element) -> {
                    if (element instanceof CodeModel) {
                        method.withCode(code -> code.ldc(NativeLibraries.KEYCHAIN_LIBRARY)
                                .invokestatic(ClassDesc.of("java.lang.System"), "loadLibrary",
                                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String))
                                .return_());
                    } else {
                        method.with(element);
                    }
                }));
    }
}
