package netreader.format.archive;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import netreader.format.Work;

/** Ends a picture that nobody wants any more where it is. */
record StopWhenCancelled(Work work) implements IIOReadProgressListener {
    @Override
    public void imageProgress(ImageReader reader, float percent) {
        if (work.cancelled()) {
            reader.abort();
        }
    }

    @Override
    public void sequenceStarted(ImageReader reader, int index) {}

    @Override
    public void sequenceComplete(ImageReader reader) {}

    @Override
    public void imageStarted(ImageReader reader, int index) {}

    @Override
    public void imageComplete(ImageReader reader) {}

    @Override
    public void thumbnailStarted(ImageReader reader, int index, int thumbnail) {}

    @Override
    public void thumbnailProgress(ImageReader reader, float percent) {}

    @Override
    public void thumbnailComplete(ImageReader reader) {}

    @Override
    public void readAborted(ImageReader reader) {}
}
