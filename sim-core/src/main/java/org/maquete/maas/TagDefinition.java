package org.maquete.maas;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.maquete.world.World;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A tag that MAAS gives by itself: an XPath 1.0 expression over what lshw said about a machine. It
 * holds when the result is true, a number other than 0, a text or a node: MAAS 3.5,
 * provisioningserver/tags.py, try_match_xpath.
 */
final class TagDefinition {

    private TagDefinition() {}

    /** Whether a text is an XPath expression. */
    static boolean isValid(String definition) {
        try {
            xpath().compile(definition);
            return true;
        } catch (XPathExpressionException _) {
            return false;
        }
    }

    /** Whether it holds for a machine. A function that XPath does not have never does. */
    static boolean holds(String definition, Machine machine, World world) {
        try {
            Document document = parsed(Lshw.of(machine, world));
            XPathEvaluationResult<?> result =
                    xpath().compile(definition).evaluateExpression(document);
            return switch (result.value()) {
                case Boolean truth -> truth;
                case Number number ->
                        number.doubleValue() != 0 && !Double.isNaN(number.doubleValue());
                case String text -> !text.isEmpty();
                case XPathNodes nodes -> nodes.size() > 0;
                default -> true; // a single node
            };
        } catch (XPathExpressionException _) {
            return false;
        }
    }

    private static XPath xpath() {
        return XPathFactory.newDefaultInstance().newXPath();
    }

    private static Document parsed(String text) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("expected XML of our own, found " + text, e);
        }
    }
}
