package ilgam.dashboard.api;

import ilgam.starter.refusal.Refusal;

/** Why figures are not shown. */
enum ApiReason implements Refusal {
    FIGURES_OF_OTHERS,
    TOO_FEW_PEOPLE
}
