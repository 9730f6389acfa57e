package org.billrunconsole.settings.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.billrunconsole.settings.policy.PolicyFault.Expected;

/**
 * Reads a policy file strictly: a key that is misspelt, given twice or of another type makes it broken, since a rule
 * that is passed over is a rule that does not hold.
 */
final class PolicyReader {

    /** No policy is longer, and whatever else the file is must not fill the memory. */
    private static final long LONGEST = 1 << 20;

    private PolicyReader() {}

    /** Blocks on the disk; never throws. */
    static MachinePolicy read(Path file, Ownership ownership) {
        // Unlike a file that is not there, one that cannot be looked at may hold rules.
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new MachinePolicy.Absent();
        }
        byte[] bytes;
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return broken(file, Expected.READABLE_FILE);
            }
            if (!ownership.isAdministrators(file)) {
                return broken(file, Expected.ADMINISTRATORS_FILE);
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException _) {
            return broken(file, Expected.READABLE_FILE);
        }
        return read(file, bytes);
    }

    private static MachinePolicy read(Path file, byte[] bytes) {
        var empty = KeyLines.firstNull(bytes);
        if (empty.isPresent()) {
            // It would be taken for a key that was left out, and a rule that was meant would not hold.
            return new MachinePolicy.Broken(new PolicyFault(file, Optional.of(empty.get().line()), empty.get().key(),
                    Expected.VALUE));
        }
        try {
            return new MachinePolicy.InForce(file, mapper().readValue(bytes, PolicyFile.class).policy());
        } catch (JsonMappingException e) {
            return new MachinePolicy.Broken(fault(file, bytes, e));
        } catch (JsonProcessingException e) {
            return new MachinePolicy.Broken(new PolicyFault(file, line(e), "", Expected.JSON));
        } catch (IOException _) {
            return broken(file, Expected.JSON);
        }
    }

    private static MachinePolicy.Broken broken(Path file, Expected expected) {
        return new MachinePolicy.Broken(new PolicyFault(file, Optional.empty(), "", expected));
    }

    private static PolicyFault fault(Path file, byte[] bytes, JsonMappingException e) {
        var value = e.getCause() instanceof PolicyValueException refused ? Optional.of(refused)
                : Optional.<PolicyValueException>empty();
        if (value.isEmpty() && e.getCause() instanceof JsonProcessingException) {
            // The text ends, or is no JSON, inside of an object.
            return new PolicyFault(file, line(e), "", Expected.JSON);
        }
        var key = key(e.getPath(), value.map(PolicyValueException::key).orElse(""));
        return new PolicyFault(file, KeyLines.of(bytes, key).or(() -> line(e)), key,
                value.map(PolicyValueException::expected).orElseGet(() -> key.isEmpty() ? Expected.JSON : expected(e)));
    }

    private static Expected expected(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> Expected.KNOWN_KEY;
            case MismatchedInputException other when other.getTargetType() != null -> expected(other.getTargetType());
            default -> Expected.JSON;
        };
    }

    private static Expected expected(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return Expected.TRUE_OR_FALSE;
        }
        if (type == Integer.class) {
            return Expected.WHOLE_NUMBER;
        }
        if (type == String.class) {
            return Expected.TEXT;
        }
        return List.class.isAssignableFrom(type) ? Expected.LIST : Expected.OBJECT;
    }

    private static Optional<Integer> line(JsonProcessingException e) {
        return Optional.ofNullable(e.getLocation()).map(where -> where.getLineNr()).filter(line -> line > 0);
    }

    private static String key(List<JsonMappingException.Reference> path, String last) {
        var found = path.stream()
                .map(each -> each.getFieldName() == null ? "[" + each.getIndex() + "]" : "." + each.getFieldName())
                .collect(Collectors.joining());
        return (found + (last.isEmpty() ? "" : "." + last)).replaceFirst("^\\.", "");
    }

    /** Made only where there is a file to read: most computers have none, and starts are to be quick. */
    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }
}
