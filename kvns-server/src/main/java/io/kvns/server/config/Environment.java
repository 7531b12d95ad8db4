package io.kvns.server.config;

import io.kvns.api.Setting;
import io.kvns.api.SettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The variables {@code KVNS_*}. A setting is given by its own variable, or by {@code KVNS_} and any of its names;
 * {@code KVNS_FILE__X} names a file that holds the value of {@code KVNS_X}, for secrets.
 *
 * <p>Left alone are what the launchers and other tools use, and what Kubernetes sets for a service that is called kvns.
 */
final class Environment
{
    private static final String PREFIX = "KVNS_";
    private static final String FILE_PREFIX = "KVNS_FILE__";
    private static final int MOST_BYTES = 1 << 20;
    private static final Set<String> OF_LAUNCHERS = Set.of("KVNS_HOME", "KVNS_JAVA_OPTS", "KVNS_JAVA_HOME");
    private static final Pattern OF_OTHERS = Pattern.compile(
            "KVNS_(CLI|ADMIN|BENCH|TEST)_.*|KVNS(_[A-Z0-9_]+)?_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT_[0-9]+_(TCP|UDP|SCTP)(_.*)?)");
    private static final Pattern SERVICE_LINK = Pattern.compile("(tcp|udp|sctp)://.*");

    /** The variables that nothing has asked for yet. */
    private final Map<String, String> left = new TreeMap<>();

    Environment(Map<String, String> variables)
    {
        variables.forEach((name, value) -> {
            boolean ofOthers = OF_LAUNCHERS.contains(name)
                    || OF_OTHERS.matcher(name).matches()
                    || (name.endsWith("_PORT") && SERVICE_LINK.matcher(value).matches());
            if (name.startsWith(PREFIX) && !ofOthers) {
                left.put(name, value);
            }
        });
    }

    /** The variables of a setting, the one that is documented first. */
    static Set<String> variables(Setting<?> setting)
    {
        Map<String, Boolean> variables = new LinkedHashMap<>();
        variables.put(setting.environment(), true);
        for (String name : SettingTable.names(setting)) {
            variables.put(PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_'), true);
        }
        return variables.keySet();
    }

    /** What the environment says about a setting; several variables for one are a problem. */
    List<Assignment> take(Setting<?> setting, List<Problem> problems)
    {
        List<Assignment> found = new ArrayList<>();
        for (String variable : variables(setting)) {
            String value = left.remove(variable);
            if (value != null) {
                found.add(assignment(setting, variable, value));
            }
            String fileVariable = FILE_PREFIX + variable.substring(PREFIX.length());
            String file = left.remove(fileVariable);
            if (file != null) {
                try {
                    found.add(assignment(setting, fileVariable, contents(file)));
                }
                catch (SettingException refused) {
                    problems.add(new Problem(fileVariable + " in the environment", file, refused.reason()));
                }
            }
        }
        if (found.size() > 1) {
            List<String> places = found.stream().map(assignment -> assignment.origin().place()).toList();
            problems.add(new Problem(String.join(" and ", places) + " in the environment", "", "give the same setting"));
            return List.of();
        }
        return found;
    }

    /** The variables that belong to no setting, with what was probably meant. */
    List<Problem> unknown(SettingTable settings)
    {
        List<String> known = settings.rows().stream().flatMap(row -> variables(row.setting()).stream()).toList();
        List<Problem> problems = new ArrayList<>();
        for (String name : left.keySet()) {
            boolean file = name.startsWith(FILE_PREFIX);
            String plain = file ? PREFIX + name.substring(FILE_PREFIX.length()) : name;
            String suggestion = Suggestions.nearest(plain, known)
                    .map(near -> file ? FILE_PREFIX + near.substring(PREFIX.length()) : near)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("");
            problems.add(new Problem(name + " in the environment", "", "there is no such setting" + suggestion));
        }
        return problems;
    }

    private static Assignment assignment(Setting<?> setting, String variable, String value)
    {
        List<String> words = List.of(value);
        if (setting.form().takesSeveralWords() && !value.isEmpty()) {
            words = ConfigurationLine.split(BytesAsText.encode(value)).stream().map(BytesAsText::decode).toList();
        }
        else if (setting.kind() == Setting.Kind.BOOL) {
            words = List.of(yesOrNo(value));
        }
        return new Assignment(setting.name(), words, Origin.variable(variable));
    }

    /** Files know yes and no only; true and false are what people write into the environment. */
    private static String yesOrNo(String value)
    {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> value;
        };
    }

    /** What a file holds, without the end of its last line. */
    private static String contents(String file)
    {
        try {
            Path path = Path.of(file);
            if (Files.size(path) > MOST_BYTES) {
                throw new SettingException("the file has more than " + MOST_BYTES + " bytes");
            }
            String text = BytesAsText.decode(BytesAsText.of(Files.readAllBytes(path)));
            int end = text.length();
            if (end > 0 && text.charAt(end - 1) == '\n') {
                end--;
            }
            if (end > 0 && text.charAt(end - 1) == '\r') {
                end--;
            }
            return text.substring(0, end);
        }
        catch (InvalidPathException notAPath) {
            throw new SettingException("is no path: " + notAPath.getReason());
        }
        catch (IOException failed) {
            throw new SettingException("the file cannot be read: " + FailureReason.of(failed));
        }
    }
}
