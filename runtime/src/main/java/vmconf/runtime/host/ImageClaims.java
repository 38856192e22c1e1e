package vmconf.runtime.host;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import vmconf.plan.Disk;

/// Which VM writes to which image, or variables of UEFI. QEMU locks images too, but its message
/// names no VM.
final class ImageClaims {
    private final ConcurrentMap<Path, String> holders = new ConcurrentHashMap<>();

    /// Files that are held are claimed as what they are, not by a name that may change.
    ImageClaim take(String vm, Media media) throws MediaException {
        List<String> written = new ArrayList<>(media.disks().stream().map(Disk::path).toList());
        media.uefi().ifPresent(each -> written.add(each.variables().toString()));
        return take(vm, written, media.bound());
    }

    private ImageClaim take(String vm, List<String> files, Bound bound) throws MediaException {
        List<Path> taken = new ArrayList<>();
        ImageClaim claim = () -> taken.forEach(path -> holders.remove(path, vm));
        for (String file : files) {
            Path image = real(file, bound);
            String holder = holders.putIfAbsent(image, vm);
            if (holder != null) {
                claim.close();
                throw new MediaException(refusal(file, holder));
            }
            taken.add(image);
        }
        return claim;
    }

    static String refusal(String path, String holder) {
        return "could not open disk image(s): %s is used by vm \"%s\"".formatted(path, holder);
    }

    /// Who has a file now.
    Optional<String> holder(String path) {
        try {
            return Optional.ofNullable(holders.get(real(path, Bound.NONE)));
        } catch (MediaException e) {
            return Optional.empty();
        }
    }

    /// Takes those that are there and nobody else has.
    ImageClaim takeThere(String vm, List<String> files) {
        List<ImageClaim> taken = new ArrayList<>();
        for (String file : files) {
            try {
                taken.add(take(vm, List.of(file), Bound.NONE));
            } catch (MediaException e) {
                // the guest keeps using it, under whatever name
            }
        }
        return () -> taken.forEach(ImageClaim::close);
    }

    private static Path real(String path, Bound bound) throws MediaException {
        try {
            return bound.of(Path.of(path)).toRealPath();
        } catch (IOException | InvalidPathException e) {
            throw new MediaException("could not open disk image(s): " + path);
        }
    }
}
