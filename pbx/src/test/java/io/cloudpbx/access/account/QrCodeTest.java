package io.cloudpbx.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int BORDER = 4;

    @Test
    void a_camera_reads_what_was_drawn() throws Exception {
        String address = "otpauth://totp/CloudPBX:dana%40harbordental.example?secret=GEZDGNBVGY3TQOJQ&issuer=CloudPBX";
        QrCode code = QrCode.of(address);
        assertThat(new Decoder().decode(inside(code)).getText()).isEqualTo(address);
    }

    /** The squares as they are drawn, without the quiet border, which must be empty. */
    private static BitMatrix inside(QrCode code) {
        BitMatrix squares = new BitMatrix(code.side() - 2 * BORDER);
        var runs = RUN.matcher(code.path());
        int drawn = 0;
        while (runs.find()) {
            drawn += runs.group().length();
            int x = Integer.parseInt(runs.group(1)) - BORDER;
            int y = Integer.parseInt(runs.group(2)) - BORDER;
            squares.setRegion(x, y, Integer.parseInt(runs.group(3)), 1);
        }
        assertThat(drawn)
                .as("the path holds nothing else")
                .isEqualTo(code.path().length());
        return squares;
    }
}
