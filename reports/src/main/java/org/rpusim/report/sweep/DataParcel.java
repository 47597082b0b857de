package org.rpusim.report.sweep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.rpusim.workload.data.DataSet;
import org.rpusim.workload.data.DataSum;

/** A data set as bytes, for a way between machines. */
public final class DataParcel {
  private DataParcel() {}

  /** A set as bytes, its sum in front. */
  public static byte[] pack(DataSet data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(DataSum.of(data));
      out.writeUTF(data.name());
      out.writeInt(data.inputs());
      out.writeInt(data.classes());
      out.writeFloat(data.scale());
      write(out, data.trainingInputs());
      write(out, data.trainingLabels());
      write(out, data.testInputs());
      write(out, data.testLabels());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a set.
   *
   * @throws IllegalStateException if it is not what was packed
   */
  public static DataSet unpack(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String sum = in.readUTF();
      String name = in.readUTF();
      int inputs = in.readInt();
      int classes = in.readInt();
      float scale = in.readFloat();
      DataSet data =
          new DataSet(name, inputs, classes, read(in), read(in), read(in), read(in), scale);
      if (!DataSum.of(data).equals(sum)) {
        throw new IllegalStateException("the data set " + name + " did not arrive as it was sent");
      }
      return data;
    } catch (IOException e) {
      throw new IllegalStateException("a data set did not arrive as it was sent", e);
    }
  }

  private static void write(DataOutputStream out, byte[] part) throws IOException {
    out.writeInt(part.length);
    out.write(part);
  }

  private static byte[] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] part = in.readNBytes(length);
    if (part.length != length) {
      throw new IOException("cut off");
    }
    return part;
  }
}
