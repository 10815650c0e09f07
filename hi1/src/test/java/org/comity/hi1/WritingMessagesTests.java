package org.comity.hi1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritingMessagesTests {

    @Test
    void aPreservationRequestIsReadAsItWasWritten() {
        var message = Messages.preservationRequest();
        assertThat(Hi1Reader.read(Hi1Writer.write(message))).isEqualTo(message);
    }

    @Test
    void aStepIsReadAsItWasWritten() {
        var message = Messages.partlyPreserved();
        assertThat(Hi1Reader.read(Hi1Writer.write(message))).isEqualTo(message);
    }

    @Test
    void theSameMessageGivesTheSameBytes() {
        assertThat(Hi1Writer.write(Messages.preservationRequest()))
                .isEqualTo(Hi1Writer.write(Messages.preservationRequest()));
    }

    @Test
    void whatWeWriteFollowsTheSchemas() throws Exception {
        Conformance.assumePresent();
        var request = Messages.preservationRequest();
        Conformance.validate(Hi1Writer.write(request));
        Conformance.validate(Hi1Writer.write(Messages.partlyPreserved()));
        Conformance.validate(Hi1Writer.write(request.answer(
                Messages.NOW,
                List.of(
                        ActionResponse.created(Messages.AUTHORISATION),
                        ActionResponse.failed(ErrorCode.OBJECT_EXISTS, "is there already"),
                        new ActionResponse.Got(Messages.task())))));
        Conformance.validate(Hi1Writer.write(
                HI1Message.refusal(request.header(), Messages.NOW, ErrorInformation.of(ErrorCode.VALIDATION, "no"))));
    }

    @Test
    void weWriteVersion1221() {
        assertThat(new String(Hi1Writer.write(Messages.preservationRequest()), StandardCharsets.UTF_8))
                .contains("<ETSIVersion>V1.22.1</ETSIVersion>");
    }

    @Test
    void anAnswerRepeatsTheEndpointsAndTheTransactionOfTheRequest() {
        var request = Messages.preservationRequest();
        var answer = request.answer(Messages.NOW.plusSeconds(5), List.of(ActionResponse.created(Messages.TASK)));
        assertThat(answer.header().sender()).isEqualTo(request.header().sender());
        assertThat(answer.header().receiver()).isEqualTo(request.header().receiver());
        assertThat(answer.header().transaction()).isEqualTo(request.header().transaction());
        assertThat(answer.header().timestamp()).isNotEqualTo(request.header().timestamp());
    }
}
