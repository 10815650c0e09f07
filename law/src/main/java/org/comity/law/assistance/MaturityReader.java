package org.comity.law.assistance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Located;
import org.comity.law.source.YamlTree;

/** Reads the model; refuses one whose levels leave a step out or whose criteria stand twice. */
final class MaturityReader {

    private static final List<String> EVIDENCE = List.of("software-data", "questionnaire", "document");

    private final Set<String> ids = new HashSet<>();

    MaturityModel read(DataFiles files) {
        var file = YamlTree.read(files, "maturity-model.yaml");
        var meta = file.need("meta");
        var models = new LinkedHashMap<String, String>();
        meta.items("inspired_by").forEach(model -> models.put(model.text("name"), model.text("source")));
        return new MaturityModel(
                meta.need("version").word().number(),
                meta.text("note"),
                file.need("scoring").text("rule"),
                models,
                file.need("dimensions").items().stream().map(this::dimension).toList());
    }

    private MaturityModel.Dimension dimension(YamlTree dimension) {
        var levels = new ArrayList<MaturityModel.Level>();
        for (var level : dimension.need("levels").items()) {
            int number = level.need("level").word().number();
            if (number != levels.size() + 1) {
                throw level.fault("the levels must be 1 to 5, in their order");
            }
            levels.add(new MaturityModel.Level(
                    number,
                    level.text("name"),
                    level.need("criteria").items().stream()
                            .map(it -> criterion(it, number))
                            .toList()));
        }
        if (levels.size() != MaturityModel.LAST) {
            throw dimension.fault("the levels must be 1 to 5");
        }
        return new MaturityModel.Dimension(dimension.text("id"), dimension.text("title"), levels);
    }

    private MaturityModel.Criterion criterion(YamlTree criterion, int level) {
        var id = criterion.text("id");
        if (!ids.add(id)) {
            throw criterion.fault("the criterion “" + id + "” stands twice");
        }
        return new MaturityModel.Criterion(
                id,
                level,
                criterion.text("text"),
                criterion.need("evidence").word().oneOf(EVIDENCE, "kind of evidence"),
                criterion.text("measure"),
                criterion.words("provisions").stream().map(Located::text).toList());
    }
}
