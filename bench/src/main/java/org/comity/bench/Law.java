package org.comity.bench;

import java.time.LocalDate;
import java.util.List;
import org.comity.law.DataCategory;
import org.comity.law.DualCriminalityAssessment;
import org.comity.law.Facts;
import org.comity.law.LawBase;
import org.comity.law.LawChange;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.RoutePlan;
import org.comity.law.RoutePlanner;
import org.comity.law.RouteQuery;
import org.comity.law.StateCode;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.law.matrix.Counts;
import org.comity.law.matrix.History;
import org.comity.law.matrix.Suppose;
import org.comity.law.matrix.Tally;
import org.comity.law.matrix.WhatIf;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the reasoning costs once the data set is loaded. */
@State(Scope.Benchmark)
public class Law extends Measured {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final StateCode PORTUGAL = new StateCode("PT");
    private static final StateCode BRAZIL = new StateCode("BR");
    private static final Offence ACCESS = Offence.of("ets185:2");

    private final LawBase law = LawBase.load();
    private final RoutePlanner planner = new RoutePlanner(law);
    private final org.comity.law.matrix.Scope everything = org.comity.law.matrix.Scope.of(law);
    private final List<LawChange> accession =
            Suppose.of(law, DAY).accedes(new StateCode("KE"), "ets185").changes();
    private CooperationMatrix world = CooperationMatrix.on(law, DAY);

    @Setup(Level.Trial)
    public void readEverything() {
        law.check();
        world = CooperationMatrix.on(law, DAY);
        world.counts(everything);
    }

    @Benchmark
    public RoutePlan onePlan() {
        return planner.plan(new RouteQuery(PORTUGAL, BRAZIL, DAY, Measure.PRESERVE, DataCategory.CONTENT, ACCESS));
    }

    @Benchmark
    public DualCriminalityAssessment oneDualCriminality() {
        return DualCriminalityAssessment.of(law, PORTUGAL, BRAZIL, DAY, ACCESS, Facts.none());
    }

    /** Every pair, measure, category of data and offence, from nothing but the law base. */
    @Benchmark
    public Counts fullMatrix() {
        return CooperationMatrix.on(law, DAY).counts(everything);
    }

    /** One accession: the world with it, and every way that stands otherwise. */
    @Benchmark
    public Tally oneWhatIf() {
        return WhatIf.of(world, accession, everything).difference().total();
    }

    /** 301 worlds, each with every pair, measure, category of data and offence. */
    @Benchmark
    public History historyByMonth() {
        return History.of(law, everything, History.BEGIN, DAY);
    }
}
