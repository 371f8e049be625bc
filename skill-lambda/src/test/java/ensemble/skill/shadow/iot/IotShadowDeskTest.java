package ensemble.skill.shadow.iot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.RoutingWish;
import ensemble.skill.fake.Houses;
import ensemble.skill.shadow.ShadowException;
import ensemble.skill.shadow.ShadowView;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.ConflictException;
import software.amazon.awssdk.services.iotdataplane.model.GetThingShadowResponse;
import software.amazon.awssdk.services.iotdataplane.model.IotDataPlaneException;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iotdataplane.model.UpdateThingShadowRequest;
import software.amazon.awssdk.services.iotdataplane.model.UpdateThingShadowResponse;

@SuppressWarnings("unchecked")
class IotShadowDeskTest {
    private final IotDataPlaneClient iot = mock(IotDataPlaneClient.class);
    private final IotShadowDesk desk = new IotShadowDesk(iot);

    @Test
    void writesOnlyDesiredToTheNamedShadow() throws ShadowException {
        doReturn(UpdateThingShadowResponse.builder().build()).when(iot).updateThingShadow(any(Consumer.class));
        desk.writeWish(Houses.HUB, RoutingWish.NONE);
        ArgumentCaptor<Consumer<UpdateThingShadowRequest.Builder>> captor = ArgumentCaptor.forClass(Consumer.class);
        verify(iot).updateThingShadow(captor.capture());
        UpdateThingShadowRequest request = UpdateThingShadowRequest.builder()
                .applyMutation(captor.getValue())
                .build();
        assertEquals("speaker-box", request.thingName());
        assertEquals("routing", request.shadowName());
        assertEquals(
                "{\"state\":{\"desired\":{\"n\":0,\"s\":{},\"t\":null}}}",
                request.payload().asUtf8String());
    }

    @Test
    void aConflictIsTriedThreeTimes() {
        ConflictException conflict =
                ConflictException.builder().statusCode(409).message("conflict").build();
        doThrow(conflict).when(iot).updateThingShadow(any(Consumer.class));
        assertThrows(ShadowException.class, () -> desk.writeWish(Houses.HUB, RoutingWish.NONE));
        verify(iot, times(3)).updateThingShadow(any(Consumer.class));
    }

    @Test
    void aShadowThatIsNotThereWasNeverReported() throws ShadowException {
        doThrow(ResourceNotFoundException.builder().statusCode(404).build())
                .when(iot)
                .getThingShadow(any(Consumer.class));
        assertEquals(ShadowView.NEVER_WRITTEN, desk.read(Houses.HUB, ShadowName.SYNC));
        assertTrue(ShadowView.NEVER_WRITTEN.sync().isEmpty());
        assertTrue(ShadowView.NEVER_WRITTEN.routing().isEmpty());
    }

    @Test
    void aReportThatBreaksTheContractIsAClearError() throws ShadowException {
        answer("{\"state\":{\"reported\":{\"n\":\"seven\"}}}");
        ShadowView view = desk.read(Houses.HUB, ShadowName.ROUTING);
        assertThrows(ShadowException.class, view::routing);
        answer("nonsense");
        assertThrows(ShadowException.class, () -> desk.read(Houses.HUB, ShadowName.ROUTING));
    }

    @Test
    void anOutageIsAShadowException() {
        doThrow(IotDataPlaneException.builder().statusCode(503).build())
                .when(iot)
                .getThingShadow(any(Consumer.class));
        assertThrows(ShadowException.class, () -> desk.read(Houses.HUB, ShadowName.ROUTING));
    }

    private void answer(String payload) {
        GetThingShadowResponse response = GetThingShadowResponse.builder()
                .payload(SdkBytes.fromUtf8String(payload))
                .build();
        doReturn(response).when(iot).getThingShadow(any(Consumer.class));
    }
}
