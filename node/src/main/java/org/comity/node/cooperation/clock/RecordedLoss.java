package org.comity.node.cooperation.clock;

import java.time.Instant;
import org.comity.node.identity.PersonId;

/** That the data wanted is lost, as a person recorded it. @param remark empty where there is none */
public record RecordedLoss(LossCause cause, String remark, PersonId by, String byName, Instant at) {}
