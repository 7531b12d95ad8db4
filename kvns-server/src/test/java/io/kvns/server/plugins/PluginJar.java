package io.kvns.server.plugins;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Makes plugin jars from source text, sound and broken ones. */
final class PluginJar
{
    private static final String SERVICE_FILE = "META-INF/services/io.kvns.api.CommandPlugin";

    private PluginJar() {}

    /** A jar with one class {@code thirdparty.<className>} that its service file names. */
    static Path of(Path folder, String jarName, String className, String source)
            throws IOException
    {
        return of(folder, jarName, "thirdparty." + className, new Manifest(), compile(folder, className, source));
    }

    /** A jar whose service file names {@code serviceClass}, null for no service file, with the class files below a folder. */
    static Path of(Path folder, String jarName, String serviceClass, Manifest manifest, Path classes)
            throws IOException
    {
        Path jar = folder.resolve(jarName);
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream target = new JarOutputStream(out, manifest)) {
            if (serviceClass != null) {
                add(target, SERVICE_FILE, serviceClass.getBytes(StandardCharsets.UTF_8));
            }
            for (Path file : filesBelow(classes)) {
                add(target, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return jar;
    }

    /** Compiles a class of the package {@code thirdparty}; answers with the folder of class files. */
    static Path compile(Path folder, String className, String source)
            throws IOException
    {
        Path classes = Files.createDirectories(folder.resolve("classes-" + className));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            JavaFileObject unit = new Source(className, source);
            if (!compiler.getTask(null, files, null, List.of("-proc:none"), null, List.of(unit)).call()) {
                throw new IllegalArgumentException("the source of " + className + " does not compile");
            }
        }
        return classes;
    }

    private static List<Path> filesBelow(Path classes)
            throws IOException
    {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void add(JarOutputStream target, String name, byte[] content)
            throws IOException
    {
        target.putNextEntry(new ZipEntry(name));
        target.write(content);
        target.closeEntry();
    }

    /** A source that is text. */
    private static final class Source
            extends SimpleJavaFileObject
    {
        private final String text;

        Source(String className, String text)
        {
            super(URI.create("string:///thirdparty/" + className + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors)
        {
            return text;
        }
    }
}
