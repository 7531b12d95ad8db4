import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes the part of the unpacked distribution that is bound to a processor: a Java runtime of the modules that kvns needs, an archive
 * of the JDK's classes in the form the launchers map them, and Netty's native libraries.
 *
 * <p>Run by the JDK whose runtime it becomes: {@code java MakeRuntime.java <distribution> <work folder>}. Leaves the runtime as
 * it is where it was made by the same JDK of the same modules by this same program.
 *
 * <p>The archive holds classes of the JDK only, as the archive that every JDK ships does, so it stays good wherever the folder is
 * moved. It is made from the JDK's own list of classes and from the lists that a server and a client write down as they run once.
 */
final class MakeRuntime
{
    /** What libraries ask for at run time; the modules that our own jars need are found by jdeps. */
    private static final List<String> MODULES_OF_LIBRARIES = List.of(
            "java.base",
            "java.logging",         // Guice, Guava and Netty compile against it
            "java.management",      // the machine's own metrics
            "java.naming",          // Logback's configuration
            "java.xml",             // Logback's configuration
            "jdk.management",       // the machine's own metrics: CPU time, file descriptors
            "jdk.net",              // keep-alive intervals of sockets where the transport is Java's own
            "jdk.unsupported");     // Netty

    /** How the launchers lay out objects; an archive fits one layout only. */
    private static final List<String> LAYOUT = List.of("-XX:+UseCompactObjectHeaders");

    private static final String ARCHIVE = "lib/server/classes_coh.jsa";

    private final Path home;
    private final Path work;
    private final Path runtime;

    private MakeRuntime(Path home, Path work)
    {
        this.home = home;
        this.work = work;
        this.runtime = home.resolve("runtime");
    }

    public static void main(String[] arguments)
            throws Exception
    {
        new MakeRuntime(Path.of(arguments[0]), Path.of(arguments[1])).make();
    }

    private void make()
            throws IOException, InterruptedException
    {
        unpackNativeLibraries();
        Set<String> modules = modules();
        Path stamp = work.resolve("runtime.stamp");
        String made = String.join("\n",
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version") + " " + System.getProperty("os.arch"),
                String.join(",", modules),
                Files.readString(Path.of(System.getProperty("jdk.launcher.sourcefile", "dist/src/runtime/MakeRuntime.java"))));
        if (Files.exists(stamp) && Files.exists(runtime.resolve(ARCHIVE)) && Files.readString(stamp).equals(made)) {
            return;
        }
        Files.deleteIfExists(stamp);
        delete(runtime);
        tool("jlink",
                "--add-modules", String.join(",", modules),
                "--output", runtime.toString(),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress", "zip-6");
        archive(List.of());
        Set<String> seen = classesOfOneRun();
        if (!seen.isEmpty()) {
            archive(seen);
            Files.writeString(stamp, made);
        }
    }

    /**
     * Puts Netty's native libraries beside its jars. Netty would else write them into the folder for temporary files at every start,
     * which takes ten milliseconds and fails where that folder must not hold programs.
     */
    private void unpackNativeLibraries()
            throws IOException
    {
        Path target = Files.createDirectories(home.resolve("lib/native"));
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        List<Path> jars;
        try (Stream<Path> files = Files.list(home.resolve("lib/server"))) {
            jars = files.filter(jar -> jar.getFileName().toString().matches("netty-.*-native-.*-linux-" + processor + "[.]jar")).toList();
        }
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().filter(file -> file.getName().matches("META-INF/native/[^/]+[.]so")).toList()) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, target.resolve(Path.of(entry.getName()).getFileName()), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    private Set<String> modules()
            throws IOException
    {
        List<String> arguments = new ArrayList<>(List.of("--print-module-deps", "--ignore-missing-deps", "--multi-release", "25"));
        for (String folder : List.of("lib/server", "lib/cli")) {
            try (Stream<Path> jars = Files.list(home.resolve(folder))) {
                jars.filter(jar -> jar.getFileName().toString().startsWith("kvns-")).map(Path::toString).forEach(arguments::add);
            }
        }
        Set<String> modules = new TreeSet<>(MODULES_OF_LIBRARIES);
        modules.addAll(List.of(tool("jdeps", arguments.toArray(String[]::new)).strip().split(",", -1)));
        return modules;
    }

    /** Writes the archive from the JDK's list of classes and further ones, and makes sure that the launchers' options can use it. */
    private void archive(Collection<String> furtherClasses)
            throws IOException, InterruptedException
    {
        Set<String> classes = new LinkedHashSet<>(Files.readAllLines(runtime.resolve("lib/classlist")));
        classes.addAll(furtherClasses);
        Path list = Files.write(work.resolve("runtime.classes"), classes);

        // Objects are archived by the G1 collector only; any collector can map them.
        List<String> dump = new ArrayList<>(LAYOUT);
        dump.addAll(List.of("-Xshare:dump", "-XX:+UseG1GC", "-Xmx128m", "-XX:SharedClassListFile=" + list));
        dump.addAll(List.of("-Xlog:disable", "-Xlog:all=error"));
        java(dump);

        List<String> use = new ArrayList<>(LAYOUT);
        use.addAll(List.of("-Xshare:on", "-XX:+UseSerialGC", "-version"));
        java(use);
    }

    /** The JDK's classes that a server and a client load between them from start to end; none if the machine lets no server start. */
    private Set<String> classesOfOneRun()
            throws IOException, InterruptedException
    {
        Path serverClasses = work.resolve("server.classes");
        Path clientClasses = work.resolve("client.classes");
        Files.deleteIfExists(serverClasses);
        Files.deleteIfExists(clientClasses);
        Path output = work.resolve("training.log");
        Path folder = Files.createDirectories(work.resolve("training"));

        String port = Integer.toString(freePort());
        String metricsPort = Integer.toString(freePort());
        ProcessBuilder server = new ProcessBuilder(home.resolve("bin/kvns-server").toAbsolutePath().toString(), "--port", port)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        server.environment().putAll(Map.of(
                "KVNS_HOST", "127.0.0.1",
                "KVNS_METRICS_HOST", "127.0.0.1",
                "KVNS_METRICS_PORT", metricsPort,
                "KVNS_MEMORY_LIMIT", "67108864",
                "KVNS_JAVA_OPTS", "-XX:DumpLoadedClassList=" + serverClasses.toAbsolutePath()));
        Process running = server.start();
        try {
            boolean answered = false;
            for (int attempt = 0; attempt < 100 && !answered && running.isAlive(); attempt++) {
                ProcessBuilder client = new ProcessBuilder(home.resolve("bin/kvns-cli").toAbsolutePath().toString(), "-p", port, "PING")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(work.resolve("client.log").toFile());
                client.environment().put("KVNS_CLI_JAVA_OPTS", "-XX:DumpLoadedClassList=" + clientClasses.toAbsolutePath());
                answered = client.start().waitFor() == 0;
                if (!answered) {
                    Thread.sleep(100);
                }
            }
            if (!answered) {
                System.err.println("The runtime's archive has the JDK's usual classes only: no server could be started to see which "
                        + "others kvns loads. Its starts take a few milliseconds longer. See " + output);
                return Set.of();
            }
        }
        finally {
            running.destroy();
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        }
        Set<String> classes = new LinkedHashSet<>();
        for (Path list : List.of(serverClasses, clientClasses)) {
            for (String line : Files.readAllLines(list)) {
                // A line may end in numbers that are good in one list alone.
                String name = line.startsWith("@") ? line : line.replaceFirst(" id: .*", "");
                if (ofTheJdk(name)) {
                    classes.add(name);
                }
            }
        }
        return classes;
    }

    private static boolean ofTheJdk(String line)
    {
        List<String> beginnings = List.of(
                "java/", "javax/", "jdk/", "sun/", "com/sun/", "@lambda-form-invoker ", "@lambda-proxy java/", "@lambda-proxy sun/");
        return beginnings.stream().anyMatch(line::startsWith);
    }

    private static int freePort()
            throws IOException
    {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void java(List<String> arguments)
            throws IOException, InterruptedException
    {
        List<String> command = new ArrayList<>(List.of(runtime.resolve("bin/java").toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output;
        try (InputStream stream = process.getInputStream()) {
            output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
        }
    }

    private static String tool(String name, String... arguments)
    {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int code = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("This JDK has no " + name))
                .run(writer, writer, arguments);
        if (code != 0) {
            throw new IllegalStateException(name + " " + String.join(" ", arguments) + " failed:\n" + output);
        }
        return output.toString();
    }

    private static void delete(Path folder)
            throws IOException
    {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
