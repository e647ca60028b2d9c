package ilgam.work.imports.withdraw;

import org.springframework.stereotype.Component;

import ilgam.work.imports.Import;
import ilgam.work.imports.ImportStep;
import ilgam.work.imports.Step;
import ilgam.work.item.ItemCommand.BringBackItem;

/** Restores the items of a withdrawn import. They count as untouched then, so that it can be withdrawn again. */
@Component
class Restoring implements ImportStep {

    private final TouchedItems items;

    Restoring(TouchedItems items) {
        this.items = items;
    }

    @Override
    public Step step() {
        return Step.RESTORE;
    }

    @Override
    public void run(Import running) throws Exception {
        items.sendAll(
                running,
                "import_id = ? and outcome is not null",
                item -> new BringBackItem(item, running.source()),
                "outcome = null");
    }
}
