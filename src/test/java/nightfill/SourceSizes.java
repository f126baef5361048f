package nightfill;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** How long methods are, and how much they and records take, as the compiler reads their sources. */
final class SourceSizes extends TreePathScanner<Void, String> {

    private final Map<String, Integer> bodies = new TreeMap<>();
    private final Map<String, Integer> parameters = new TreeMap<>();
    private final Trees trees;

    private SourceSizes(JavacTask task) {
        this.trees = Trees.instance(task);
    }

    static SourceSizes of(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            SourceSizes sizes = new SourceSizes(task);
            for (CompilationUnitTree unit : task.parse()) {
                sizes.scan(unit, String.valueOf(unit.getPackageName()));
            }
            return sizes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of each body that are not blank, by method. */
    Map<String, Integer> bodies() {
        return bodies;
    }

    /** Of each method and constructor, and the components of each record. */
    Map<String, Integer> parameters() {
        return parameters;
    }

    @Override
    public Void visitClass(ClassTree type, String owner) {
        String name = owner + "." + type.getSimpleName();
        if (type.getKind() == Tree.Kind.RECORD) {
            parameters.put(name, (int)
                    type.getMembers().stream().filter(SourceSizes::isComponent).count());
        }
        return super.visitClass(type, name);
    }

    @Override
    public Void visitMethod(MethodTree method, String owner) {
        String name = "%s.%s, line %d".formatted(owner, method.getName(), line(method));
        parameters.put(name, method.getParameters().size());
        if (method.getBody() != null) {
            bodies.put(name, lines(method.getBody()));
        }
        return super.visitMethod(method, owner);
    }

    private static boolean isComponent(Tree member) {
        return member instanceof VariableTree field
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private long line(Tree tree) {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
    }

    private int lines(Tree body) {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        int start = (int) trees.getSourcePositions().getStartPosition(unit, body);
        int end = (int) trees.getSourcePositions().getEndPosition(unit, body);
        // what the compiler writes itself, such as a record's constructor, ends nowhere
        return end < 0
                ? 0
                : (int) text(unit)
                        .substring(start + 1, end - 1)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .count();
    }

    private static String text(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
