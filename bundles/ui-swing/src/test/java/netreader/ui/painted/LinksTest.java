package netreader.ui.painted;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LinksTest {
    @Test
    void onlyPagesAndMailAddressesAreOpened() {
        assertTrue(Links.address("https://www.debian.org/doc/").isPresent());
        assertTrue(Links.address(" HTTP://example.org/?a=1#b ").isPresent());
        assertTrue(Links.address("mailto:someone@example.org").isPresent());
        for (String refused : new String[] {
            "file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "www.example.org", "C:\\a.exe", ""
        }) {
            assertTrue(Links.address(refused).isEmpty(), refused);
        }
    }
}
