package ilgam.dashboard.api;

import ilgam.starter.refusal.Refusal;

/** Why the API refuses to show figures. */
enum ApiReason implements Refusal {
    FIGURES_OF_OTHERS,
    TOO_FEW_PEOPLE
}
