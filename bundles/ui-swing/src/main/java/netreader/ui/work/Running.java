package netreader.ui.work;

import netreader.format.Work;

/** A piece of background work that may be cancelled; its callbacks then stay away. Any thread. */
public final class Running implements Work {
    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }
}
