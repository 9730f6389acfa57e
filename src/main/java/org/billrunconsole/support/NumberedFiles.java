package org.billrunconsole.support;

import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Rolls a full log over: {@code console.log} becomes {@code console.1.log}, that {@code console.2.log}, and the oldest
 * is deleted. Logback's own policies read the folder's path as a pattern, so that a per cent sign in it, which is
 * legal, kept the program from starting.
 */
final class NumberedFiles extends RollingPolicyBase {

    private final Path current;
    private final int old;

    /**
     * @param current the file that is written
     * @param old     how many are kept beside it
     */
    NumberedFiles(Path current, int old) {
        this.current = current;
        this.old = old;
    }

    @Override
    public void rollover() throws RolloverFailure {
        try {
            for (var number = old; number > 1; number--) {
                if (Files.exists(numbered(number - 1))) {
                    Files.move(numbered(number - 1), numbered(number), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.move(current, numbered(1), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RolloverFailure("The log cannot be moved out of the way", e);
        }
    }

    @Override
    public String getActiveFileName() {
        return current.toString();
    }

    @Override
    public void setParent(FileAppender<?> appender) {
        // Asks nothing of its appender.
    }

    private Path numbered(int number) {
        var name = current.getFileName().toString();
        var end = name.lastIndexOf('.');
        return current.resolveSibling(name.substring(0, end) + "." + number + name.substring(end));
    }
}
