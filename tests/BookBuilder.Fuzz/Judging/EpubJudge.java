import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** EPUBCheck over many books in one virtual machine: reads names of files, a line each, and answers with a line "accepted NAME" or "refused NAME" and lines "  SEVERITY ID message at place". */
public class EpubJudge {
    public static void main(String[] arguments) throws Exception {
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            StringBuilder said = new StringBuilder();
            DefaultReportImpl report = new DefaultReportImpl(name) {
                @Override public void message(Message message, EPUBLocation place, Object... parts) {
                    Severity severity = message.getSeverity();
                    if (severity == Severity.ERROR || severity == Severity.FATAL || severity == Severity.WARNING || severity == Severity.USAGE)
                        said.append("  ").append(severity).append(' ').append(message.getID()).append(' ').append(message.getMessage(parts).replace('\n', ' ')).append(" at ").append(place).append('\n');
                }
                @Override public void info(String resource, com.adobe.epubcheck.util.FeatureEnum feature, String value) { }
            };
            String fault = null;
            try {
                new EpubCheck(new File(name), report).doValidate();
            } catch (Throwable thrown) {
                fault = thrown.toString();
            }
            System.out.println((said.length() == 0 && fault == null ? "accepted " : "refused ") + name);
            if (fault != null) System.out.println("  the judge failed: " + fault);
            System.out.print(said);
            System.out.flush();
        }
    }
}
