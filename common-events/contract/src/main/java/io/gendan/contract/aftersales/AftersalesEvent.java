package io.gendan.contract.aftersales;

import io.gendan.contract.AboutOrder;

/** Events of aftersales-service: acceptance, opinions, closing (AFT). */
public sealed interface AftersalesEvent extends AboutOrder
		permits AcceptanceRequested, GoodsAccepted, SurveyAnswered, AftersalesClosed {

}
