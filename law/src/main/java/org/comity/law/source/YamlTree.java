package org.comity.law.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML mapping, list or word of the data set, with the place where it stands. */
public final class YamlTree {

    private final String file;
    private final Node node;
    private @Nullable Map<String, YamlTree> entries;

    private YamlTree(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    public static YamlTree read(DataFiles files, String name) {
        return find(files, name)
                .orElseThrow(() -> new LawDataException(name, 1, "the file is missing from the data set"));
    }

    public static Optional<YamlTree> find(DataFiles files, String name) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setAllowDuplicateKeys(false)
                .setCodePointLimit(8_000_000)
                .setMaxAliasesForCollections(0) // a list that holds itself tenfold, tenfold, is no law
                .build();
        Optional<Reader> found = files.find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (Reader reader = found.get()) {
            Node root = new Compose(settings)
                    .composeReader(reader)
                    .orElseThrow(() -> new LawDataException(name, 1, "the file is empty"));
            return Optional.of(new YamlTree(name, root));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new LawDataException(name, line, "not readable as YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new LawDataException(name, 1, "not readable as YAML: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** The entries of a mapping, in their order; a key that stands twice is refused. */
    public Map<String, YamlTree> entries() {
        if (entries == null) {
            entries = Collections.unmodifiableMap(readEntries());
        }
        return entries;
    }

    private Map<String, YamlTree> readEntries() {
        if (!(node instanceof MappingNode mapping)) {
            throw fault("expected key: value lines here");
        }
        Map<String, YamlTree> read = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlTree key = new YamlTree(file, tuple.getKeyNode());
            if (read.put(key.text(), new YamlTree(file, tuple.getValueNode())) != null) {
                throw key.fault("the key “" + key.text() + "” stands twice");
            }
        }
        read.values().removeIf(YamlTree::isNull);
        return read;
    }

    /** The entries, none of which may have a key outside of these. */
    public Map<String, YamlTree> entries(Collection<String> allowed) {
        entries().forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw value.fault("unknown key “" + key + "”");
            }
        });
        return entries();
    }

    public Optional<YamlTree> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    public YamlTree need(String key) {
        return find(key).orElseThrow(() -> fault("the key “" + key + "” is missing"));
    }

    /** The items of a list; none where the key is absent. */
    public List<YamlTree> items(String key) {
        return find(key).map(YamlTree::items).orElse(List.of());
    }

    public List<YamlTree> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw fault("expected a list here");
        }
        List<YamlTree> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlTree(file, item));
        }
        return items;
    }

    public List<Located> words(String key) {
        return items(key).stream().map(YamlTree::word).toList();
    }

    public Located word() {
        return new Located(text(), file, line());
    }

    public Optional<Located> word(String key) {
        return find(key).map(YamlTree::word);
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw fault("expected a word or sentence here");
        }
        return scalar.getValue();
    }

    public String text(String key) {
        return need(key).text();
    }

    public Optional<String> findText(String key) {
        return find(key).map(YamlTree::text);
    }

    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    /** Nothing stands here: {@code null} says the same as leaving the key out. */
    private boolean isNull() {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && (scalar.getValue().equals("null") || scalar.getValue().isEmpty());
    }

    /** The same as maps, lists, text, whole numbers and truth values; what is null is left out. */
    public Object plain() {
        return switch (node) {
            case MappingNode _ -> {
                Map<String, Object> map = new LinkedHashMap<>();
                entries().forEach((key, value) -> map.put(key, value.plain()));
                yield map;
            }
            case SequenceNode _ ->
                new ArrayList<>(items().stream().map(YamlTree::plain).toList());
            default -> scalar(text());
        };
    }

    private Object scalar(String text) {
        if (node instanceof ScalarNode scalar && scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return text;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("-?(0|[1-9]\\d{0,8})") ? Integer.valueOf(text) : text;
    }

    public int line() {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    public LawDataException fault(String fault) {
        return new LawDataException(file, line(), fault);
    }
}
