package io.kvns.integration;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which package may see which: the rules of the design that modules alone cannot express. */
class PackageRulesTest
{
    private static final String ADMINISTRATION = "kvns-commands-admin";

    private static final Pattern MODULE_OF_FILE = Pattern.compile("/(kvns-[a-z-]+)/target/");

    private static final String MEMORY = "io.kvns.server.memory..";

    private static final DescribedPredicate<JavaClass> RAW_MEMORY = DescribedPredicate.describe(
            "give raw access to memory",
            type -> (type.getPackageName().equals("java.lang.foreign") && !isLayoutDescription(type))
                    || type.getFullName().equals("sun.misc.Unsafe")
                    || type.getPackageName().startsWith("jdk.internal"));

    private static final DescribedPredicate<JavaClass> ASSEMBLY = DescribedPredicate.describe(
            "are a *Module, or put modules together",
            type -> {
                String name = outermost(type).getSimpleName();
                return name.endsWith("Module") || name.equals("KvnsServer") || name.equals("RunningServer");
            });

    private static JavaClasses kvns;

    @BeforeAll
    static void readClasses()
    {
        kvns = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.kvns");
    }

    @Test
    void everyModuleIsSeenByTheseRules()
    {
        assertThat(kvns.stream().map(PackageRulesTest::module).distinct()).contains(
                "kvns-api",
                "kvns-server",
                "kvns-testing",
                "kvns-commands-strings",
                ADMINISTRATION,
                "kvns-cli");
    }

    @Test
    void theApiKnowsOnlyTheJdkAndItself()
    {
        check(classes().that().resideInAPackage("io.kvns.api..")
                .should().onlyDependOnClassesThat(resideInAnyPackage("io.kvns.api..", "java..", "org.jspecify.annotations"))
                .because("a plugin author compiles against it and nothing else"));
    }

    @Test
    void theApiShowsNoRawMemory()
    {
        check(noClasses().that().resideInAPackage("io.kvns.api..")
                .should().dependOnClassesThat().resideInAPackage("java.lang.foreign")
                .because("addresses are the store's own affair"));
    }

    @Test
    void familiesOfCommandsKnowTheApiAlone()
    {
        check(classes().that().resideInAPackage("io.kvns.commands..")
                .should().onlyDependOnClassesThat(
                        resideInAnyPackage("io.kvns.api..", "io.kvns.commands..", "java..", "org.jspecify.annotations"))
                .because("the built-in families use the same door as anybody's plugin"));
    }

    @Test
    void familiesOfCommandsDoNotKnowEachOther()
    {
        check(slices().matching("io.kvns.commands.(*)..").should().notDependOnEachOther()
                .because("each of them can be left out"));
    }

    @Test
    void onlyTheAdministrativeFamiliesReachTheServersInside()
    {
        check(noClasses().that().resideOutsideOfPackages("io.kvns.api..", "io.kvns.server..", "io.kvns.testing..")
                .and(DescribedPredicate.describe("are not in " + ADMINISTRATION, type -> !module(type).equals(ADMINISTRATION)))
                .should().dependOnClassesThat().resideInAPackage("io.kvns.api.admin..")
                .because("its interfaces promise nothing to plugins"));
        check(noClasses().that().resideInAPackage("io.kvns.api")
                .should().dependOnClassesThat().resideInAPackage("io.kvns.api.admin..")
                .because("what every plugin sees must not lead there"));
    }

    @Test
    void nettyIsSeenInOnePackageTree()
    {
        check(noClasses().that().resideOutsideOfPackage("io.kvns.server.network..")
                .should().dependOnClassesThat().resideInAPackage("io.netty..")
                .because("the rest of the server is about commands, not about sockets"));
    }

    @Test
    void guiceIsSeenInModulesAndWhereTheyArePutTogetherOnly()
    {
        check(noClasses().that(DescribedPredicate.not(ASSEMBLY))
                .should().dependOnClassesThat().resideInAPackage("com.google.inject..")
                .because("everything else takes constructor arguments"));
    }

    @Test
    void rawMemoryIsTouchedInOnePackage()
    {
        check(noClasses().that().resideOutsideOfPackage(MEMORY)
                .should().dependOnClassesThat(RAW_MEMORY)
                .because("there is one seam to raw memory, and its checked mode sees every access"));
    }

    @Test
    void layoutsAloneDescribeStructuresOutsideTheMemoryPackage()
    {
        check(noClasses().that().resideOutsideOfPackage(MEMORY)
                .and(DescribedPredicate.describe("are not a *Layout", type -> !outermost(type).getSimpleName().endsWith("Layout")))
                .should().dependOnClassesThat().resideInAPackage("java.lang.foreign")
                .because("where the fields are is known to one class per record"));
    }

    @Test
    void theServerDoesNotKnowFamiliesOrTools()
    {
        check(noClasses().that().resideInAnyPackage("io.kvns.server..", "io.kvns.testing..")
                .should().dependOnClassesThat().resideInAnyPackage("io.kvns.commands..", "io.kvns.cli..")
                .because("families are found by ServiceLoader"));
        check(noClasses().that().resideInAPackage("io.kvns.server..")
                .should().dependOnClassesThat().resideInAPackage("io.kvns.testing.."));
    }

    @Test
    void theCommandLineClientKnowsOnlyTheProtocol()
    {
        check(noClasses().that().resideInAPackage("io.kvns.cli..")
                .should().dependOnClassesThat(resideInAPackage("io.kvns..").and(DescribedPredicate.not(resideInAPackage("io.kvns.cli.."))))
                .because("it works with any server, and every class costs start-up time"));
    }

    @Test
    void packagesAreNamedAfterTheirSubject()
    {
        check(noClasses().should().resideInAnyPackage("..util..", "..common..", "..impl..", "..model..", "..manager.."));
    }

    private static void check(ArchRule rule)
    {
        rule.allowEmptyShould(true).check(kvns);
    }

    /** The folder of the module that a class was read from. */
    private static String module(JavaClass type)
    {
        Matcher folder = MODULE_OF_FILE.matcher(type.getSource().orElseThrow().getUri().toString());
        assertThat(folder.find()).as(type.getName() + " is in a module's target folder").isTrue();
        return folder.group(1);
    }

    private static boolean isLayoutDescription(JavaClass type)
    {
        return type.getSimpleName().endsWith("Layout") || type.getFullName().startsWith("java.lang.foreign.MemoryLayout$")
                || type.getFullName().startsWith("java.lang.foreign.ValueLayout$");
    }

    private static JavaClass outermost(JavaClass type)
    {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }
}
