package vmconf.runtime.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcceleratorProbeTest {
    @Test
    void emulatedKvmIsNotUsed() {
        assertThat(AcceleratorProbe.obstacle(true, "flags\t: fpu vmx"))
                .contains("this host's KVM (kvm_pvm) cannot run stock guests");
    }

    @Test
    void processorMustVirtualize() {
        assertThat(AcceleratorProbe.obstacle(false, "flags\t\t: fpu vme svme\nbugs: vmx\n"))
                .contains("the processor offers neither vmx nor svm");
        assertThat(AcceleratorProbe.obstacle(false, "flags\t\t: fpu svm vme\n")).isEmpty();
        assertThat(AcceleratorProbe.obstacle(false, "flags\t\t: fpu vmx\n")).isEmpty();
    }
}
