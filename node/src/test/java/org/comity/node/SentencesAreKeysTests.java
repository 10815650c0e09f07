package org.comity.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What a person reads stands in a message bundle; the sources are read to see that nothing else does. */
class SentencesAreKeysTests {

    private static final Path MAIN = Path.of(System.getProperty("comity.root"), "node/src/main");
    private static final Path HOUSE = MAIN.resolve("java/org/comity/node");

    /** Rooms that speak to the operator at a terminal, in English. */
    private static final Set<String> AT_A_TERMINAL = Set.of("console", "demo", "database", "settings");

    private static final Pattern SENTENCE = Pattern.compile("(?s).*\\p{L}{2,}\\s+.*\\p{L}{2,}.*[.!?]\\s*");

    private static final Set<String> NOT_FOR_PERSONS = Set.of(
            // errors of ours, for the log
            "IllegalStateException",
            "IllegalArgumentException",
            "UncheckedIOException",
            "UnsupportedOperationException",
            "StepOutsideTransaction",
            "EnvelopeTooLarge",
            // told to a peer's machine, in the English of its protocol
            "EnvelopeRefused",
            // told to the operator when the node does not start
            "KeysUnavailable");

    /** Files whose sentences are kept or answered in English on purpose. */
    private static final Set<String> IN_ENGLISH = Set.of(
            // why a message is still on its way: written beside it and into the journal when it happens
            "exchange/Hi1Delivering.java",
            "exchange/OutgoingEnvelopes.java",
            "exchange/IncomingEnvelopes.java",
            "exchange/Receiving.java",
            // what a check of the journal found, for whoever restores it
            "journal/VerifyingJournal.java",
            "journal/StoredTree.java",
            // problem documents of an address for programs
            "legislation/web/StateDocuments.java");

    @Test
    void noRoomHoldsASentenceInItsCode() throws IOException {
        var sentences = new ArrayList<String>();
        eachLiteral((file, path) -> {
            var text = textOf(path);
            if (SENTENCE.matcher(text).matches() && !IN_ENGLISH.contains(file) && !isExcused(path)) {
                sentences.add(file + ": " + text);
            }
        });
        assertThat(sentences).isEmpty();
    }

    @Test
    void everyKeyThatIsSaidIsInABundle() throws IOException {
        var keys = keys();
        var said = new ArrayList<String>();
        var missing = new ArrayList<String>();
        eachLiteral((file, path) -> {
            var text = textOf(path);
            if (isSaid(path) || text.matches("[a-z]+\\.(refused|to-do|wrong)\\..*")) {
                said.add(text);
                if (!keys.contains(text)
                        && !(text.endsWith(".") && keys.stream().anyMatch(key -> key.startsWith(text)))) {
                    missing.add(file + ": " + text);
                }
            }
        });
        assertThat(said).hasSizeGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    private static boolean isExcused(TreePath path) {
        for (Tree tree : path) {
            var excused = switch (tree) {
                case NewClassTree made ->
                    NOT_FOR_PERSONS.contains(made.getIdentifier().toString());
                case ClassTree type ->
                    NOT_FOR_PERSONS.contains(type.getSimpleName().toString());
                case MethodInvocationTree call ->
                    call.getMethodSelect() instanceof MemberSelectTree select
                            && select.getExpression() instanceof IdentifierTree receiver
                            && receiver.getName().contentEquals("log");
                default -> false;
            };
            if (excused) {
                return true;
            }
        }
        return false;
    }

    /** The first argument of {@code Said.of}, or the beginning of it. */
    private static boolean isSaid(TreePath path) {
        var argument = path.getLeaf();
        var parent = path.getParentPath();
        while (parent.getLeaf().getKind() == Tree.Kind.PLUS) {
            argument = parent.getLeaf();
            parent = parent.getParentPath();
        }
        return parent.getLeaf() instanceof MethodInvocationTree call
                && call.getMethodSelect().toString().equals("Said.of")
                && call.getArguments().getFirst() == argument
                && textOf(path).contains(".");
    }

    private static String textOf(TreePath path) {
        return String.valueOf(((LiteralTree) path.getLeaf()).getValue());
    }

    /** Each string literal in the root packages of the rooms and in those that speak to people. */
    private static void eachLiteral(BiConsumer<String, TreePath> seen) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources()));
            for (CompilationUnitTree unit : task.parse()) {
                var file =
                        HOUSE.relativize(Path.of(unit.getSourceFile().toUri())).toString();
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitLiteral(LiteralTree literal, Void nothing) {
                        if (literal.getKind() == Tree.Kind.STRING_LITERAL) {
                            seen.accept(file, getCurrentPath());
                        }
                        return nothing;
                    }
                }.scan(unit, null);
            }
        }
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(HOUSE, 3)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> {
                        var place = HOUSE.relativize(file);
                        return place.getNameCount() == 2
                                || place.getNameCount() == 3
                                        && Set.of("web", "act")
                                                .contains(place.getName(1).toString());
                    })
                    .filter(file -> !AT_A_TERMINAL.contains(
                            HOUSE.relativize(file).getName(0).toString()))
                    .toList();
        }
    }

    private static Set<String> keys() throws IOException {
        var keys = new TreeSet<String>();
        try (var bundles = Files.newDirectoryStream(MAIN.resolve("resources/messages"), "*.properties")) {
            for (var bundle : bundles) {
                var words = new Properties();
                try (var reader = Files.newBufferedReader(bundle)) {
                    words.load(reader);
                }
                keys.addAll(words.stringPropertyNames());
            }
        }
        return keys;
    }
}
