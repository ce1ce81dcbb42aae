package io.gendan.contract.aftersales;

import io.gendan.contract.GendanEvent;

/** Events of aftersales-service: acceptance, opinions, closing (AFT). */
public sealed interface AftersalesEvent extends GendanEvent
		permits AcceptanceRequested, GoodsAccepted, SurveyAnswered, AftersalesClosed {

}
