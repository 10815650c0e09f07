package org.comity.node.capacity.web;

import java.util.ArrayList;
import java.util.List;
import org.comity.law.assistance.MaturityModel;
import org.comity.node.capacity.assessment.Profile;

/** Levels as boxes: a row for each dimension, a group of five boxes for each assessment, the earliest first. */
record LevelPicture(int width, int height, List<Label> rows, List<Label> columns, List<Box> boxes) {

    private static final int NAME = 290;
    private static final int BOX = 22;
    private static final int GROUP = 5 * BOX + 24;
    private static final int ROW = 30;
    private static final int HEAD = 26;
    private static final int MOST = 5;

    /** A text of the picture. */
    record Label(int x, int y, String text) {}

    /** @param agreed the level on which State and peer agree ends with this box */
    record Box(int x, int y, int size, boolean reached, boolean agreed, String title) {}

    static LevelPicture of(MaturityModel model, List<Profile> all) {
        var shown = all.subList(Math.max(0, all.size() - MOST), all.size());
        var rows = new ArrayList<Label>();
        var columns = new ArrayList<Label>();
        var boxes = new ArrayList<Box>();
        for (int column = 0; column < shown.size(); column++) {
            columns.add(new Label(
                    NAME + column * GROUP, 16, shown.get(column).assessment().on()));
        }
        for (int row = 0; row < model.dimensions().size(); row++) {
            var dimension = model.dimensions().get(row);
            int y = HEAD + row * ROW;
            rows.add(new Label(0, y + 16, dimension.title()));
            for (int column = 0; column < shown.size(); column++) {
                var standing = shown.get(column).find(dimension.id()).orElseThrow();
                for (int level = 1; level <= MaturityModel.LAST; level++) {
                    boxes.add(new Box(
                            NAME + column * GROUP + (level - 1) * BOX,
                            y,
                            BOX - 4,
                            level <= standing.level(),
                            level == standing.agreed(),
                            dimension.title() + " " + standing.level()));
                }
            }
        }
        return new LevelPicture(
                NAME + Math.max(1, shown.size()) * GROUP,
                HEAD + model.dimensions().size() * ROW,
                rows,
                columns,
                boxes);
    }
}
