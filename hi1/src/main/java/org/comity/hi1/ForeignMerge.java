package org.comity.hi1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.namespace.QName;

/** An update of an object that is kept as it is: elements that are sent take the place of those with the same name. */
final class ForeignMerge {

    /** The order of an interception task in the schema; what is not named here stays where it is, at the end. */
    private static final List<String> ORDER = List.of(
            "Reference",
            "Status",
            "DesiredStatus",
            "Timespan",
            "TargetIdentifier",
            "DeliveryType",
            "DeliveryDetails",
            "ApprovalDetails",
            "CSPID",
            "HandlingProfile",
            "InvalidReason",
            "Flags",
            "NationalLITaskingParameters",
            "ListOfTrafficPolicyReferences",
            "ListOfIRIPolicyReferences");

    private ForeignMerge() {}

    static List<ForeignElement> of(List<ForeignElement> old, List<ForeignElement> update) {
        var sent = update.stream().map(ForeignElement::name).distinct().toList();
        var merged = new ArrayList<ForeignElement>();
        var placed = new ArrayList<QName>();
        for (var element : old) {
            if (!sent.contains(element.name())) {
                merged.add(element);
            } else if (!placed.contains(element.name())) {
                placed.add(element.name());
                update.stream().filter(it -> it.name().equals(element.name())).forEach(merged::add);
            }
        }
        update.stream().filter(it -> !placed.contains(it.name())).forEach(merged::add);
        merged.sort(Comparator.comparingInt(ForeignMerge::place));
        return merged;
    }

    private static int place(ForeignElement element) {
        int place = element.name().getNamespaceURI().equals(Names.TASK)
                ? ORDER.indexOf(element.name().getLocalPart())
                : -1;
        return place < 0 ? ORDER.size() : place;
    }
}
